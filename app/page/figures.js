/** What a tile's answer tells about time and caches, and the figures over many of them. Times are milliseconds. */

export const ORIGINS = ["renderer", "memory", "cdn", "browser"];
/** Below it two p50s are called equal. */
const NOTABLE = 1.05;

/** The nearest-rank percentile: always a time that was really measured. Undefined of nothing. */
export function percentile(share, times) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** The `render` part of a Server-Timing header, {time, remembered}; undefined when there is none. */
export function rendering(serverTiming) {
  const [part] = /(?<=^|,\s*)render\s*;[^,]*/i.exec(serverTiming ?? "") ?? [];
  const [, time] = /;\s*dur\s*=\s*"?(\d+(?:\.\d+)?)/i.exec(part ?? "") ?? [];
  return time && { time: Number(time), remembered: /;\s*desc\s*=\s*"from cache"/i.test(part) };
}

/**
 * Where the pixels came from: the `browser`'s cache (nothing or only a 304 came over the wire), the `cdn`'s, the
 * `memory` of the option, or its `renderer`.
 *
 * @param xCache the X-Cache header, such as `Hit from cloudfront`
 * @param render the render part of Server-Timing; a cache keeps that header together with the pixels
 * @param transfer the answer's entry in the browser's resource timing, if there is one
 */
export function originOf({ xCache, render, transfer }) {
  if (transfer && transfer.encodedBodySize > 0 && transfer.transferSize < transfer.encodedBodySize) return "browser";
  if (/^(refresh)?hit\b/i.test(xCache ?? "")) return "cdn";
  return render?.remembered ? "memory" : "renderer";
}

/** How long a Retry-After header asks to wait, given as seconds or as a date; 0 without one. */
export function retryAfter(header, now) {
  if (/^\d+$/.test(header ?? "")) return Number(header) * 1000;
  const date = Date.parse(header ?? "");
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

export function timeText(time) {
  if (time === undefined) return "–";
  if (time >= 999.5) return `${(time / 1000).toPrecision(3)} s`;
  return `${time < 9.95 ? time.toFixed(1) : Math.round(time)} ms`;
}

/** The figures over a view's measured tiles, each {option, total, render, origin}. */
export function summary(measured) {
  const times = (tiles, name) => tiles.map((tile) => tile[name]).filter((time) => time !== undefined);
  const of = (tiles) => ({ count: tiles.length, p50: percentile(0.5, times(tiles, "total")) });
  const from = (origin) => measured.filter((tile) => tile.origin === origin);
  const origins = Object.fromEntries(ORIGINS.map((origin) => [origin, of(from(origin))]));
  const options = [...new Set(measured.map((tile) => tile.option))].sort();
  return { ...of(measured), render: percentile(0.5, times(from("renderer"), "render")), origins, options };
}

/** How many times quicker the first was than the second where both rendered; undefined when that cannot be told. */
export function quicker(one, other) {
  const [mine, theirs] = [one.origins.renderer.p50, other.origins.renderer.p50];
  return mine > 0 && theirs / mine >= NOTABLE ? theirs / mine : undefined;
}
