/** One side of the map: an option, its tiles, the canvas that shows them and the card that tells about them. */
import { Card } from "./card.js";
import { summary } from "./figures.js";
import { describe, healthOf } from "./options.js";
import { Pane } from "./pane.js";
import { Tiles } from "./tiles.js";

export class Side {
  #pane;
  #changed;

  /**
   * @param changed called when there is something new to draw
   * @param choose called with this side when another option is asked for; undefined where there is only one
   */
  constructor(element, { changed, choose }) {
    this.element = element;
    this.card = new Card(choose && (() => choose(this)));
    this.#pane = new Pane(element.querySelector("canvas"));
    this.#changed = changed;
  }

  /**
   * Lets `option` render this side, with so many requests at once; without an option the side closes. One that was not
   * there before is looked for again.
   */
  use(option, atOnce) {
    this.element.hidden = this.card.element.hidden = !option;
    if (option !== this.option || this.state === "absent") this.#open(option, atOnce);
    if (this.tiles) this.tiles.atOnce = atOnce;
  }

  #open(option, atOnce) {
    this.tiles?.close();
    this.option = option;
    this.tiles = option && new Tiles(option.base, { atOnce, changed: this.#changed });
    if (option) this.#introduce(option, this.tiles);
  }

  /** Tiles are asked for once the option is known to be there. */
  async #introduce(option, tiles) {
    this.#name(option.title, "asked", []);
    const { state, name } = await healthOf(option);
    if (this.tiles !== tiles) return;
    this.#name(option.id ? option.title : (name ?? option.title), state, []);
    this.#changed();
    const about = state === "absent" ? [] : await describe(option);
    if (this.tiles === tiles) this.#name(this.title, state, about);
  }

  #name(title, state, about) {
    this.title = title;
    this.state = state;
    this.card.name({ title, stack: this.option.stack }, state, about);
  }

  ask(tiles, iterations) {
    if (this.state === "ready" || this.state === "draining") this.tiles.show(tiles, iterations);
  }

  draw(scene) {
    return this.#pane.draw({ ...scene, source: this.tiles });
  }

  /** What the card shows about the tiles of a view. */
  figures(wanted, iterations) {
    const tiles = wanted.map((tile) => ({ ...tile, found: this.tiles.get(tile, iterations) }));
    return {
      tiles,
      trouble: this.tiles.trouble,
      figures: summary(tiles.flatMap(({ found }) => found?.measured ?? [])),
    };
  }
}
