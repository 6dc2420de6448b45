/**
 * Where the map is looked at. A view is {x, y, zoom}: the centre as fractions 0..1 of the map's side, and a zoom at
 * which the whole map is 256 * 2^zoom CSS pixels wide. A size is {width, height} in CSS pixels. Nothing here changes
 * its arguments.
 */

export const TILE = 256;
export const MAX_ZOOM = 30;
/** A dense screen gets one level more, as long as it costs no more tiles than this. */
const SHARP_TILES = 64;
const POSTER_SIDE = 8;

/** The part of the plane that holds the set; the map's square from -2-2i to 2+2i has a wide margin around it. */
const SET = { x: 0.32, y: 0.5, width: 0.7, height: 0.62 };

export const mapPixels = (view) => TILE * 2 ** view.zoom;

const between = (low, value, high) => Math.min(high, Math.max(low, value));

export function clamped({ x, y, zoom }) {
  return { x: between(0, x, 1), y: between(0, y, 1), zoom: between(0, zoom, MAX_ZOOM) };
}

/** The whole set, as large as it fits. */
export function home({ width, height }) {
  const fit = Math.min(width / SET.width, height / SET.height) / TILE;
  return clamped({ x: SET.x, y: SET.y, zoom: Math.log2(Math.max(1, fit)) });
}

/** The view after the map was dragged by so many pixels. */
export function panned(view, dx, dy) {
  const scale = mapPixels(view);
  return clamped({ ...view, x: view.x - dx / scale, y: view.y - dy / scale });
}

/** Zooms by `steps` powers of two and keeps what lies `offset` pixels from the centre where it is. */
export function zoomed(view, steps, offset = { x: 0, y: 0 }) {
  const zoom = between(0, view.zoom + steps, MAX_ZOOM);
  const shift = 1 / mapPixels(view) - 1 / mapPixels({ zoom });
  return clamped({ x: view.x + offset.x * shift, y: view.y + offset.y * shift, zoom });
}

/** The next whole zoom in a direction (1 or -1), so that keys and buttons land where tiles are sharpest. */
export function stepped(view, direction) {
  const whole = direction > 0 ? Math.floor(view.zoom + 0.01) + 1 : Math.ceil(view.zoom - 0.01) - 1;
  return zoomed(view, whole - view.zoom);
}

/** Which number of the complex plane lies `offset` pixels from the centre. */
export function complexAt(view, offset = { x: 0, y: 0 }) {
  const scale = mapPixels(view);
  return { re: 4 * (view.x + offset.x / scale) - 2, im: 2 - 4 * (view.y + offset.y / scale) };
}

/** As many digits as a pixel of this view can tell apart. */
export function complexText(view, { re, im }) {
  const digits = between(2, Math.ceil(Math.log10(mapPixels(view) / 4)), 14);
  const sign = (value) => (value < 0 ? "−" : "");
  const part = (value) => Math.abs(value).toFixed(digits);
  return `${sign(re)}${part(re)} ${im < 0 ? "−" : "+"} ${part(im)} i`;
}

/** The columns and rows of tiles at `level` that a view touches, cut at the map's edge. */
function range(view, { width, height }, level) {
  const tiles = 2 ** level;
  const scale = mapPixels(view);
  const first = (centre, side) => between(0, Math.floor((centre - side / 2 / scale) * tiles), tiles - 1);
  const last = (centre, side) => between(0, Math.ceil((centre + side / 2 / scale) * tiles) - 1, tiles - 1);
  const x = first(view.x, width);
  const y = first(view.y, height);
  return { x, y, columns: last(view.x, width) - x + 1, rows: last(view.y, height) - y + 1 };
}

/** The zoom of the tiles to ask for; `density` is device pixels a CSS pixel. */
export function levelFor(view, size, density) {
  const level = between(0, Math.round(view.zoom), MAX_ZOOM);
  if (density < 1.5 || level === MAX_ZOOM) return level;
  const { columns, rows } = range(view, size, level + 1);
  return columns * rows <= SHARP_TILES ? level + 1 : level;
}

/** The tiles {z, x, y} of a view, those nearest to its centre first. */
export function tilesIn(view, size, level) {
  const { x, y, columns, rows } = range(view, size, level);
  const far = (tile) => Math.hypot((tile.x + 0.5) / 2 ** level - view.x, (tile.y + 0.5) / 2 ** level - view.y);
  const tiles = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) tiles.push({ z: level, x: x + column, y: y + row });
  return tiles.sort((one, other) => far(one) - far(other));
}

/** The posters that can show a view, whole tiles around it, from the smallest to the sharpest the app accepts. */
export function postersOf(view, size) {
  const posters = [];
  for (let zoom = 0; zoom <= MAX_ZOOM; zoom++) {
    const { x, y, columns, rows } = range(view, size, zoom);
    if (columns > POSTER_SIDE || rows > POSTER_SIDE) break;
    posters.push({ zoom, x, y, columns, rows });
  }
  return posters.slice(-3);
}
