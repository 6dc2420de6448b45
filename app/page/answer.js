/** One request for a tile, and what came of it. */
import { originOf, rendering, retryAfter } from "./figures.js";
import { transferOf } from "./transfers.js";

/** What the outside world gives; tests give something else. */
export const browser = {
  fetch: (url, options) => fetch(url, options),
  decode: (blob) => createImageBitmap(blob),
  transferOf,
  now: () => performance.now(),
  later: (task, delay) => setTimeout(task, delay),
};

/** Overloaded (503), throttled (429), or a gateway that found nobody behind it: the same request may work later. */
const PASSING = [429, 502, 503, 504];

/**
 * Asks for the tile at `url`.
 *
 * @returns {picture, arrived, measured: {option, total, render, origin}}, or {problem} that asking again does not
 *   cure, or {trouble, wait} when it may; undefined when the request was aborted
 */
export async function askForTile(url, options, world = browser) {
  const start = world.now();
  try {
    const response = await world.fetch(url, options);
    if (PASSING.includes(response.status)) return passing(response);
    if (!response.ok) return { problem: await problemOf(response) };
    const blob = await response.blob();
    const total = world.now() - start;
    const [picture, transfer] = await Promise.all([world.decode(blob), world.transferOf(url)]);
    const header = (name) => response.headers.get(name);
    const render = rendering(header("Server-Timing"));
    const origin = originOf({ xCache: header("X-Cache"), render, transfer });
    const measured = { option: header("X-Compute-Option") ?? "unnamed", total, render: render?.time, origin };
    return { picture, arrived: world.now(), measured };
  } catch (error) {
    return options.signal.aborted ? undefined : { trouble: `no answer (${error.message})`, wait: 0 };
  }
}

function passing(response) {
  const busy = response.status === 503 || response.status === 429;
  return {
    trouble: busy ? `overloaded (${response.status})` : `answered ${response.status}`,
    wait: retryAfter(response.headers.get("Retry-After"), Date.now()),
  };
}

/** The text of a problem answer (RFC 9457). */
export async function problemOf(response) {
  const problem = await response.json().catch(() => ({}));
  return problem.detail ?? problem.title ?? `answered ${response.status}`;
}
