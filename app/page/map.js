/** Puts the page together: the map, its address, and the controls around it. */
import { DEFAULT_ITERATIONS, MAX_ITERATIONS, read, write } from "./address.js";
import { Chooser } from "./chooser.js";
import { timeText } from "./figures.js";
import { firstReady, listOptions } from "./options.js";
import { openPlaces } from "./places.js";
import { PosterDialog } from "./poster.js";
import { Sheet } from "./sheet.js";
import { complexAt, complexText, home, stepped } from "./view.js";

const NOTICE = 4000;
const TYPING = 250;

const by = (id) => document.getElementById(id);
const pressed = (id, on) => by(id).setAttribute("aria-pressed", String(on));

const options = await listOptions();
const several = options.length > 1;
const choose = several ? (side) => chooser.open(side) : undefined;
const sheet = new Sheet(by("map"), by("cards"), { choose, moved: tellPlace, rested });
const chooser = new Chooser(options, (option, side) =>
  show(sheet.sides.map((one) => (one === side ? option : one.option))),
);
const poster = new PosterDialog();

function show(chosen) {
  sheet.show(chosen);
  document.body.classList.toggle("compared", chosen.length > 1);
  pressed("compare", chosen.length > 1);
}

async function compare() {
  const [first, second] = sheet.sides.map((side) => side.option);
  show(second ? [first] : [first, await firstReady(options.filter((option) => option !== first))]);
}

function setIterations(iterations) {
  sheet.iterations = iterations;
  by("iterations").value = iterations;
  by("iterations-slide").value = Math.log2(iterations);
}

/** Goes where an address says; what it leaves out stays as it is. */
function follow({ view, iterations, options: ids }, way) {
  if (view) sheet.camera[way](view);
  if (iterations) setIterations(iterations);
  const known = ids.flatMap((id) => options.find((option) => option.id === id) ?? []);
  if (known.length) show(known);
  sheet.redraw();
}

function keepAddress() {
  const ids = sheet.sides.map((side) => side.option.id).filter(Boolean);
  const address = write({ view: sheet.camera.goal, iterations: sheet.iterations, options: ids });
  if (address !== location.hash) history.replaceState(null, "", address);
}

function tellPlace(view) {
  by("where").textContent = `${complexText(view, complexAt(view))} · zoom ${view.zoom.toFixed(1)}`;
}

function rested(shows) {
  keepAddress();
  const sentences = shows.map(({ tiles, figures, trouble }, index) => {
    const { title, state } = sheet.sides[index];
    if (state === "absent") return `${title} is not deployed.`;
    const loaded = `${title}: ${figures.count} of ${tiles.length} tiles, p50 ${timeText(figures.p50)}`;
    return `${loaded}${trouble ? `, ${trouble.text}` : ""}.`;
  });
  if (by("status").textContent !== sentences.join(" ")) by("status").textContent = sentences.join(" ");
}

let hiding;
function notice(text) {
  by("notice").textContent = text;
  by("notice").hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (by("notice").hidden = true), NOTICE);
}

async function copyLink() {
  keepAddress();
  try {
    await navigator.clipboard.writeText(location.href);
    notice("The link to this view is copied");
  } catch {
    notice("The address bar holds the link to this view");
  }
}

function move(way, view) {
  sheet.camera[way](view);
  sheet.redraw();
}

by("zoom-in").addEventListener("click", () => move("glide", stepped(sheet.camera.goal, 1)));
by("zoom-out").addEventListener("click", () => move("glide", stepped(sheet.camera.goal, -1)));
by("home").addEventListener("click", () => move("fly", home(sheet.size)));
by("places-open").addEventListener("click", () => openPlaces(sheet.sides[0].option.base, sheet.size));
by("compare").addEventListener("click", compare);
by("compare").hidden = !several;
by("labels").addEventListener("click", () => pressed("labels", (sheet.labels = !sheet.labels)));
by("again").addEventListener("click", () => sheet.again());
by("share").addEventListener("click", copyLink);
by("poster-open").addEventListener("click", () => {
  const [{ option, title }] = sheet.sides;
  poster.open({ option, title, view: sheet.camera.goal, size: sheet.size, iterations: sheet.iterations });
});

let typing;
const later = (task) => {
  clearTimeout(typing);
  typing = setTimeout(task, TYPING);
};
by("iterations").addEventListener("input", () => {
  if (by("iterations").reportValidity()) later(() => setIterations(by("iterations").valueAsNumber));
});
by("iterations-slide").addEventListener("input", () => {
  const iterations = Math.min(MAX_ITERATIONS, Math.round(2 ** by("iterations-slide").value));
  by("iterations").value = iterations;
  later(() => setIterations(iterations));
});
by("iterations").form.addEventListener("submit", (event) => event.preventDefault());

addEventListener("hashchange", () => follow(read(location.hash), "fly"));
setIterations(DEFAULT_ITERATIONS);
follow(read(location.hash), "jump");
if (!sheet.sides.length) show([await firstReady(options)]);
