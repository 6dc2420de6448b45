/** Ways from one view to another, each a function of 0..1. */

/** How high a flight rises, as its inventors found it pleasant. */
const HEIGHT = 1.42;
/** How much of the map a screen shows at zoom 0; it only shapes the arc of a flight. */
const SCREEN = 4;

/** Straight there: what stays in place on the screen (a zoom's anchor) stays there all the way. */
export function glide(from, to) {
  return (share) => {
    if (share >= 1) return to;
    const zoom = from.zoom + (to.zoom - from.zoom) * share;
    const done = from.zoom === to.zoom ? share : (1 - 2 ** (from.zoom - zoom)) / (1 - 2 ** (from.zoom - to.zoom));
    return { x: from.x + (to.x - from.x) * done, y: from.y + (to.y - from.y) * done, zoom };
  };
}

/**
 * Up, across and down, so that the ground always passes at the same speed (van Wijk and Nuij, "Smooth and efficient
 * zooming and panning", 2003).
 *
 * @returns {at, length}: the way, and a number that grows with what there is to see on it
 */
export function flight(from, to) {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const [w0, w1] = [SCREEN * 2 ** -from.zoom, SCREEN * 2 ** -to.zoom];
  if (distance < w0 * 1e-3) return { at: glide(from, to), length: Math.abs(Math.log(w1 / w0)) / HEIGHT };
  const arc = HEIGHT ** 2 * distance;
  const slope = (w, sign) => -Math.asinh((w1 ** 2 - w0 ** 2 + sign * arc ** 2) / (2 * w * arc));
  const [r0, r1] = [slope(w0, 1), slope(w1, -1)];
  const length = (r1 - r0) / HEIGHT;
  const at = (share) => {
    if (share >= 1) return to;
    const r = r0 + (r1 - r0) * share;
    const gone = (w0 / arc) * (Math.cosh(r0) * Math.tanh(r) - Math.sinh(r0));
    const w = (w0 * Math.cosh(r0)) / Math.cosh(r);
    return { x: from.x + (to.x - from.x) * gone, y: from.y + (to.y - from.y) * gone, zoom: Math.log2(SCREEN / w) };
  };
  return { at, length };
}
