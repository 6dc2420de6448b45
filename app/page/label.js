/** The note on a tile: how long it took and where it came from. It comes with the tile and fades, or stays if asked. */
import { timeText } from "./figures.js";

const SEEN = 1100;
const GONE = 1700;
/** CSS pixels of a tile that must be visible for two lines, and for any. */
const ROOMY = 110;
const ROOM = 64;

const FROM = { renderer: "rendered", memory: "its memory", cdn: "CDN", browser: "this browser" };

/** @returns whether it has yet to fade */
export function label(context, box, { measured, problem, arrived }, { labels, now, still, density, colours }) {
  const stays = labels || Boolean(problem);
  const left = Math.min(1, Math.max(0, (GONE - (now - arrived)) / (GONE - SEEN)));
  if (!stays && !left) return false;
  if (labels) outline(context, box, density);
  const seen = visible(box, context.canvas);
  if (Math.min(seen.width, seen.height) < ROOM * density) return !stays;
  const lines = problem ? ["no tile", problem] : [timeText(measured.total), note(measured)];
  const colour = problem ? colours.problem : colours[measured.origin];
  context.globalAlpha = stays || still ? 1 : left;
  pill(context, seen, seen.width < ROOMY * density ? lines.slice(0, 1) : lines, colour, density);
  context.globalAlpha = 1;
  return !stays;
}

function note({ origin, render }) {
  return origin === "renderer" && render !== undefined ? `render ${timeText(render)}` : FROM[origin];
}

function visible(box, canvas) {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
  return {
    x,
    y,
    width: Math.min(canvas.width, box.x + box.width) - x,
    height: Math.min(canvas.height, box.y + box.height) - y,
  };
}

function outline(context, box, density) {
  context.strokeStyle = "rgb(255 255 255 / 0.35)";
  context.lineWidth = density;
  context.strokeRect(box.x + 0.5, box.y + 0.5, box.width, box.height);
}

/** A dark pill in the middle of `box`: a coloured dot and a title, below them a smaller line. */
function pill(context, box, [title, text], colour, density) {
  const [margin, dot] = [10 * density, 3.5 * density];
  const indent = 2 * dot + 8 * density;
  const use = (size, weight) => (context.font = `${weight} ${size * density}px system-ui, sans-serif`);
  const widthOf = (line) => context.measureText(line ?? "").width;
  use(13, 600);
  const titleWidth = indent + widthOf(title);
  use(11, 400);
  const width = Math.min(box.width, Math.max(titleWidth, widthOf(text)) + 2 * margin);
  const height = (text ? 42 : 26) * density;
  const [left, top] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];

  context.fillStyle = "rgb(12 16 28 / 0.78)";
  context.beginPath();
  context.roundRect(left, top, width, height, 9 * density);
  context.fill();
  context.fillStyle = colour;
  context.beginPath();
  context.arc(left + margin + dot, top + 13 * density, dot, 0, 2 * Math.PI);
  context.fill();
  context.textBaseline = "middle";
  context.fillStyle = "#fff";
  use(13, 600);
  context.fillText(title, left + margin + indent, top + 13.5 * density, width - 2 * margin - indent);
  use(11, 400);
  if (text) context.fillText(text, left + margin, top + 30 * density, width - 2 * margin);
}
