/** The browser's own record of each download: how much of it really came over the wire. */

const records = new Map();
const observer = globalThis.PerformanceObserver && new PerformanceObserver((list) => keep(list.getEntries()));
observer?.observe({ type: "resource" });

function keep(entries) {
  for (const entry of entries) if (entry.initiatorType === "fetch") records.set(entry.name, entry);
}

/** The record of the latest download of `url`, which may come a moment after its last byte; undefined if none comes. */
export async function transferOf(url) {
  const name = new URL(url, location.href).href;
  for (const pause of [0, 10, 40, 150]) {
    keep(observer?.takeRecords() ?? []);
    if (records.has(name)) break;
    await new Promise((resume) => setTimeout(resume, pause));
  }
  const record = records.get(name);
  records.delete(name);
  return record;
}
