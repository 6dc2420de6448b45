/** Every tile's time as a dot on a logarithmic scale, the same for all sides, so that two strips compare by eye. */

const WIDTH = 260;
const HEIGHT = 44;
const [SHORTEST, LONGEST] = [1, 10_000];
const TICKS = [
  [1, "1 ms"],
  [10, "10"],
  [100, "100"],
  [1000, "1 s"],
  [10_000, "10"],
];
const MARGIN = 12;

const across = (time) => {
  const share = Math.log10(Math.min(LONGEST, Math.max(SHORTEST, time)) / SHORTEST) / Math.log10(LONGEST / SHORTEST);
  return MARGIN + share * (WIDTH - 2 * MARGIN);
};

export function strip(svg, measured, p50) {
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  const ticks = TICKS.flatMap(([time, text]) => [
    draw("line", { class: "tick", x1: across(time), x2: across(time), y1: 2, y2: 30 }),
    Object.assign(draw("text", { x: across(time), y: 41 }), { textContent: text }),
  ]);
  const dots = measured.map(({ total, origin }, index) =>
    draw("circle", { class: origin, cx: across(total), cy: 7 + ((index * 7) % 19), r: 2.6 }),
  );
  const middle =
    p50 === undefined ? [] : [draw("line", { class: "p50", x1: across(p50), x2: across(p50), y1: 0, y2: 32 })];
  svg.replaceChildren(...ticks, ...dots, ...middle);
}

function draw(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
