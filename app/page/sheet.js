/** The map itself: one or two sides that show the same view, and the one loop that draws them. */
import { DEFAULT_ITERATIONS } from "./address.js";
import { Camera } from "./camera.js";
import { ORIGINS, quicker } from "./figures.js";
import { listen, sizeOf } from "./gestures.js";
import { Side } from "./side.js";
import { home, levelFor, tilesIn } from "./view.js";

/** Requests under way, over all sides: browsers open six connections to a host that does not speak HTTP/2. */
const AT_ONCE = 6;
/** Milliseconds between two looks at which tiles are wanted, so that what only flies past is not asked for. */
const ASK_EVERY = 120;
const REST = 400;
const COLOURS = ["sheet", "ground", "line", "hair", ...ORIGINS, "problem"];

const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
const still = () => lessMotion.matches;

export class Sheet {
  #iterations = DEFAULT_ITERATIONS;
  #before = DEFAULT_ITERATIONS;
  #labels = false;
  #colours = coloursOfTheme();
  #drawn;
  #scheduled = false;
  #asked = -ASK_EVERY;
  #resting;
  #handlers;

  /**
   * @param handlers {choose: called with a side that is to have another option, if there are others; moved: with the
   *   view, when a frame was drawn; rested: with what each side shows, when nothing changes any more}
   */
  constructor(area, cards, handlers) {
    const panes = [...area.querySelectorAll(".pane")];
    this.#handlers = handlers;
    this.#drawn = panes.map((pane) => new Side(pane, { changed: () => this.redraw(), choose: handlers.choose }));
    cards.append(...this.#drawn.map((side) => side.card.element));
    this.camera = new Camera(home(sizeOf(panes[0])), still);
    listen(
      area,
      this.camera,
      (event) => paneAt(panes, event),
      () => this.redraw(),
    );
    new ResizeObserver(() => this.redraw()).observe(area);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#colours = coloursOfTheme();
      this.redraw();
    });
  }

  /** The sides that show an option. */
  get sides() {
    return this.#drawn.filter((side) => side.option);
  }

  get size() {
    return sizeOf(this.#drawn[0].element);
  }

  get iterations() {
    return this.#iterations;
  }

  set iterations(iterations) {
    if (iterations === this.#iterations) return;
    this.#before = this.#iterations;
    this.#iterations = iterations;
    this.redraw();
  }

  get labels() {
    return this.#labels;
  }

  set labels(stay) {
    this.#labels = stay;
    this.redraw();
  }

  /** Lets each option render a side of its own. */
  show(options) {
    this.#drawn.forEach((side, index) => side.use(options[index], AT_ONCE / options.length));
    this.#asked = -ASK_EVERY;
    this.redraw();
  }

  /** Renders every tile anew. */
  again() {
    for (const side of this.sides) side.tiles.again();
    this.redraw();
  }

  redraw() {
    if (!this.#scheduled) requestAnimationFrame((now) => this.#frame(now));
    this.#scheduled = true;
  }

  #frame(now) {
    this.#scheduled = false;
    const time = performance.now();
    const ask = time - this.#asked >= ASK_EVERY;
    let moving = this.camera.tick(now);
    const shows = this.sides.map((side) => {
      const scene = this.#sceneOf(side, time);
      if (ask) side.ask(scene.tiles, scene.iterations);
      moving = side.draw(scene) || moving;
      return side.figures(scene.tiles, scene.iterations);
    });
    if (ask) {
      this.#asked = time;
      this.#tell(shows);
    }
    if (moving || !ask) this.redraw();
    this.#handlers.moved(this.camera.view);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#handlers.rested(shows), REST);
  }

  #sceneOf(side, time) {
    const view = this.camera.view;
    const size = sizeOf(side.element);
    const density = devicePixelRatio;
    const tiles = tilesIn(view, size, levelFor(view, size, density));
    const [iterations, before, labels, colours] = [this.#iterations, this.#before, this.#labels, this.#colours];
    return { view, size, density, tiles, iterations, before, labels, colours, now: time, still: still() };
  }

  /** Fills the cards, each compared with the other. */
  #tell(shows) {
    this.sides.forEach((side, index) => {
      const other = shows[1 - index];
      side.card.show({ ...shows[index], quicker: other && quicker(shows[index].figures, other.figures) });
    });
  }
}

function paneAt(panes, event) {
  const inside = (pane) => {
    const { left, right, top, bottom } = pane.getBoundingClientRect();
    return event.clientX >= left && event.clientX < right && event.clientY >= top && event.clientY < bottom;
  };
  return (event && panes.find(inside)) ?? panes[0];
}

function coloursOfTheme() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}
