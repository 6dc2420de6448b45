/** Draws one option's tiles on a canvas; where one is not there yet, the same ground as other zooms know it. */
import { mapPixels, TILE } from "./view.js";
import { label } from "./label.js";

const FADE = 220;
const ANCESTORS = 8;
const QUARTERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];

export class Pane {
  #canvas;
  #context;

  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d");
  }

  /**
   * @param scene {view, size, density, tiles (wanted ones), source (Tiles), iterations, before (the iterations until
   *   now, to stand in), labels (whether they stay), colours, still (no motion), now}
   * @returns whether something on it still moves
   */
  draw(scene) {
    this.#resize(scene);
    this.#frame(scene);
    const places = scene.tiles.map((tile) => ({
      tile,
      box: boxOf(tile, scene),
      found: scene.source.get(tile, scene.iterations),
    }));
    const fading = places.map((place) => this.#tile(place, scene));
    const telling = places.map(({ found, box }) => found && label(this.#context, box, found, scene));
    return [...fading, ...telling].includes(true);
  }

  #resize({ size, density }) {
    const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height });
  }

  /** The sheet, and on it the map's ground in a double line. */
  #frame(scene) {
    const { density, colours } = scene;
    const context = this.#context;
    const { width, height } = this.#canvas;
    const map = within(boxOf({ z: 0, x: 0, y: 0 }, scene), -20 * density, width + 20 * density, height + 20 * density);
    context.fillStyle = colours.sheet;
    context.fillRect(0, 0, width, height);
    context.fillStyle = colours.ground;
    context.fillRect(map.x, map.y, map.width, map.height);
    context.strokeStyle = colours.line;
    for (const [gap, line] of [
      [3, 1],
      [7, 2.5],
    ]) {
      const out = gap * density;
      context.lineWidth = line * density;
      context.strokeRect(map.x - out, map.y - out, map.width + 2 * out, map.height + 2 * out);
    }
  }

  /** @returns whether it is still fading in */
  #tile({ tile, box, found }, scene) {
    const age = found?.picture ? scene.now - found.arrived : -1;
    const strength = scene.still ? Math.sign(age + 1) : Math.min(1, Math.max(0, age / FADE));
    if (strength < 1) this.#standIn(tile, box, scene);
    if (!found?.picture) return false;
    this.#context.globalAlpha = strength;
    this.#context.drawImage(found.picture, box.x, box.y, box.width, box.height);
    this.#context.globalAlpha = 1;
    return strength < 1;
  }

  /** An empty square, over it the nearest tile that covers it, and over that the four that divide it. */
  #standIn(tile, box, { source, iterations, before, colours, density }) {
    const context = this.#context;
    const find = (other) => source.get(other, iterations)?.picture ?? source.get(other, before)?.picture;
    context.strokeStyle = colours.hair;
    context.lineWidth = density;
    context.strokeRect(box.x + 0.5, box.y + 0.5, box.width, box.height);
    for (let up = 0; up <= Math.min(ANCESTORS, tile.z); up++) {
      const parts = 2 ** up;
      const picture = find({ z: tile.z - up, x: Math.floor(tile.x / parts), y: Math.floor(tile.y / parts) });
      if (!picture) continue;
      const side = TILE / parts;
      const [left, top] = [(tile.x % parts) * side, (tile.y % parts) * side];
      context.drawImage(picture, left, top, side, side, box.x, box.y, box.width, box.height);
      break;
    }
    const [width, height] = [Math.ceil(box.width / 2), Math.ceil(box.height / 2)];
    for (const [right, down] of QUARTERS) {
      const picture = find({ z: tile.z + 1, x: 2 * tile.x + right, y: 2 * tile.y + down });
      const [x, y] = [box.x + right * (box.width - width), box.y + down * (box.height - height)];
      if (picture) context.drawImage(picture, x, y, width, height);
    }
  }
}

/** Where a tile lies, in whole device pixels, so that neighbours meet without a seam. */
function boxOf({ z, x, y }, { view, size, density }) {
  const scale = mapPixels(view);
  const across = (tile) => Math.round(((tile / 2 ** z - view.x) * scale + size.width / 2) * density);
  const down = (tile) => Math.round(((tile / 2 ** z - view.y) * scale + size.height / 2) * density);
  return { x: across(x), y: down(y), width: across(x + 1) - across(x), height: down(y + 1) - down(y) };
}

/** The part of a box that a canvas can be asked to draw: deep in, the map's edges are thousands of screens away. */
function within({ x, y, width, height }, low, right, bottom) {
  const [left, top] = [Math.max(low, x), Math.max(low, y)];
  return { x: left, y: top, width: Math.min(right, x + width) - left, height: Math.min(bottom, y + height) - top };
}
