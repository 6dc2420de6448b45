/**
 * The tiles of one option: asks for those in view, nearest first and few at a time, and keeps the latest. An option in
 * trouble is left alone for as long as it asks, twice as long each time, and is then asked for less at once.
 */
import { askForTile, browser } from "./answer.js";

/** Over a screen of them, and at 256 KiB each no burden for a phone. */
const KEPT = 240;
const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 30_000;

export class Tiles {
  #base;
  #atOnce;
  #changed;
  #world;
  #kept = new Map();
  #inFlight = new Map();
  #wanted = [];
  #limit;
  #cache = "default";
  #refusals = 0;

  /** Why the option is left alone for now, {text, wait}; undefined while all is well. */
  trouble;

  constructor(base, { atOnce, changed, world = browser }) {
    this.#base = base;
    this.#atOnce = this.#limit = atOnce;
    this.#changed = changed;
    this.#world = world;
  }

  /** How many requests may be under way at once, when the option is well. */
  set atOnce(requests) {
    this.#atOnce = this.#limit = requests;
  }

  /**
   * Makes `tiles`, an array of {z, x, y}, the wanted ones. What was asked for before is not called off: the option
   * would render it all the same, and each call-off would let one more request queue up behind it.
   */
  show(tiles, iterations) {
    this.#wanted = tiles.map((tile) => ({ ...tile, iterations, key: keyOf(tile, iterations) }));
    for (const { key } of this.#wanted) this.#refresh(key);
    this.#pump();
  }

  /** {picture, arrived, measured} or {problem}, once an answer came. */
  get(tile, iterations) {
    return this.#kept.get(keyOf(tile, iterations));
  }

  /** Forgets every tile and asks anew, past the browser's cache. */
  again() {
    this.#forget();
    this.#cache = "reload";
    this.#pump();
  }

  close() {
    this.#wanted = [];
    this.#forget();
  }

  #pump() {
    for (const tile of this.#wanted) {
      if (this.trouble || this.#inFlight.size >= this.#limit) return;
      if (!this.#kept.has(tile.key) && !this.#inFlight.has(tile.key)) this.#ask(tile);
    }
  }

  async #ask({ key, z, x, y, iterations }) {
    const abort = new AbortController();
    this.#inFlight.set(key, abort);
    const url = `${this.#base}/tiles/${z}/${x}/${y}.png?iterations=${iterations}`;
    const answer = await askForTile(url, { signal: abort.signal, cache: this.#cache }, this.#world);
    if (this.#inFlight.get(key) === abort) this.#inFlight.delete(key);
    if (abort.signal.aborted) answer?.picture?.close();
    else if (answer.trouble) this.#wait(answer);
    else this.#keep(key, answer);
    this.#changed();
    this.#pump();
  }

  #wait({ trouble: text, wait: asked }) {
    if (this.trouble) return;
    const wait = Math.min(LONGEST_WAIT, Math.max(asked, SHORTEST_WAIT * 2 ** this.#refusals++));
    this.#limit = Math.max(1, this.#limit >> 1);
    this.trouble = { text, wait };
    this.#world.later(() => {
      this.trouble = undefined;
      this.#changed();
      this.#pump();
    }, wait);
  }

  #keep(key, tile) {
    if (tile.picture) {
      this.#refusals = 0;
      this.#limit = Math.min(this.#atOnce, this.#limit + 1);
    }
    this.#kept.set(key, tile);
    for (const [oldest, { picture }] of this.#kept) {
      if (this.#kept.size <= Math.max(KEPT, this.#wanted.length)) break;
      picture?.close();
      this.#kept.delete(oldest);
    }
  }

  /** Moves a tile to the young end of the map. */
  #refresh(key) {
    const tile = this.#kept.get(key);
    if (this.#kept.delete(key)) this.#kept.set(key, tile);
  }

  #forget() {
    for (const abort of this.#inFlight.values()) abort.abort();
    for (const { picture } of this.#kept.values()) picture?.close();
    this.#inFlight.clear();
    this.#kept.clear();
  }
}

const keyOf = ({ z, x, y }, iterations) => `${z}/${x}/${y}/${iterations}`;
