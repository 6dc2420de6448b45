/**
 * The state of the page as the fragment of its address, `#z/x/y/iterations/option,option`: x and y are the centre,
 * counted in tiles of zoom z. What is missing or makes no sense comes back as undefined, so a mangled link still opens.
 */
import { MAX_ZOOM } from "./view.js";

export const MAX_ITERATIONS = 5000;
export const DEFAULT_ITERATIONS = 256;

export function write({ view, iterations, options }) {
  const zoom = Number(view.zoom.toFixed(2));
  const tiles = (fraction) => Number((fraction * 2 ** zoom).toFixed(3));
  const parts = [zoom, tiles(view.x), tiles(view.y), iterations];
  if (options.length) parts.push(options.map(encodeURIComponent).join(","));
  return "#" + parts.join("/");
}

export function read(fragment) {
  const [z, x, y, n, ids = ""] = fragment.replace(/^#/, "").split("/");
  const zoom = number(z, 0, MAX_ZOOM);
  const side = 2 ** (zoom ?? 0);
  const [across, down] = [number(x, 0, side), number(y, 0, side)];
  const iterations = number(n, 1, MAX_ITERATIONS);
  return {
    view: [zoom, across, down].includes(undefined) ? undefined : { x: across / side, y: down / side, zoom },
    iterations: Number.isInteger(iterations) ? iterations : undefined,
    options: ids
      .split(",")
      .filter((id) => /^[a-z0-9-]+$/.test(id))
      .slice(0, 2),
  };
}

function number(text, low, high) {
  const value = /^\d+(\.\d+)?$/.test(text ?? "") ? Number(text) : NaN;
  return value >= low && value <= high ? value : undefined;
}
