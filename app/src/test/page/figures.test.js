import assert from "node:assert/strict";
import { test } from "node:test";
import { originOf, percentile, quicker, rendering, retryAfter, summary, timeText } from "../../../page/figures.js";

test("p50 is a time that was measured, whatever the order", () => {
  assert.equal(percentile(0.5, [30, 10, 20]), 20);
  assert.equal(percentile(0.5, [40, 10, 30, 20]), 20);
  assert.equal(percentile(0.5, [7]), 7);
  assert.equal(percentile(1, [7, 900, 8]), 900);
  assert.equal(percentile(0.5, []), undefined);
});

for (const [header, expected] of [
  ["render;dur=12.34", { time: 12.34, remembered: false }],
  ['render;dur=0;desc="from cache"', { time: 0, remembered: true }],
  ['cdn-cache-hit, render; desc="x"; dur=7, total;dur=99', { time: 7, remembered: false }],
  ["total;dur=99", undefined],
  ["prerender;dur=99", undefined],
  ["render", undefined],
  ["render;dur=soon", undefined],
  [null, undefined],
]) {
  test(`the rendering in Server-Timing ${header} is ${JSON.stringify(expected)}`, () =>
    assert.deepEqual(rendering(header), expected));
}

const whole = { transferSize: 5300, encodedBodySize: 5000 };
const remembered = { time: 0, remembered: true };
for (const [told, expected] of [
  [{ transfer: whole }, "renderer"],
  [{ transfer: undefined }, "renderer"],
  [{ xCache: "Miss from cloudfront", transfer: whole }, "renderer"],
  [{ xCache: "Miss from cloudfront", transfer: whole, render: remembered }, "memory"],
  [{ xCache: "Hit from cloudfront", transfer: whole }, "cdn"],
  [{ xCache: "Hit from cloudfront", transfer: whole, render: remembered }, "cdn"],
  [{ xCache: "RefreshHit from cloudfront", transfer: whole }, "cdn"],
  [{ xCache: "Miss from cloudfront", transfer: { transferSize: 0, encodedBodySize: 5000 } }, "browser"],
  [{ transfer: { transferSize: 300, encodedBodySize: 5000 } }, "browser"],
]) {
  test(`pixels told by ${JSON.stringify(told)} come from the ${expected}`, () =>
    assert.equal(originOf(told), expected));
}

test("Retry-After is seconds or a date", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  assert.equal(retryAfter("3", now), 3000);
  assert.equal(retryAfter("Sun, 22 Nov 2026 10:00:05 GMT", now), 5000);
  assert.equal(retryAfter("Sun, 22 Nov 2026 09:00:00 GMT", now), 0);
  assert.equal(retryAfter("soon", now), 0);
  assert.equal(retryAfter(null, now), 0);
});

test("times read well from a tenth of a millisecond to minutes", () => {
  const texts = [0.04, 9.94, 9.96, 41.4, 999.4, 999.6, 1234, 61000].map(timeText);
  assert.deepEqual(texts, ["0.0 ms", "9.9 ms", "10 ms", "41 ms", "999 ms", "1.00 s", "1.23 s", "61.0 s"]);
  assert.equal(timeText(undefined), "–");
});

const tile = (total, origin = "renderer", option = "a", render = total / 2) => ({ total, origin, option, render });

test("a summary counts each origin, and takes render times only from what was rendered now", () => {
  const found = summary([tile(100), tile(50), tile(80), tile(9, "cdn", "a", 700), tile(1, "browser", "b", 800)]);
  assert.equal(found.count, 5);
  assert.equal(found.p50, 50);
  assert.equal(found.render, 40);
  assert.deepEqual(found.options, ["a", "b"]);
  assert.deepEqual(found.origins, {
    renderer: { count: 3, p50: 80 },
    memory: { count: 0, p50: undefined },
    cdn: { count: 1, p50: 9 },
    browser: { count: 1, p50: 1 },
  });
});

test("a summary of nothing knows nothing", () => {
  const { count, p50, render, options } = summary([]);
  assert.deepEqual({ count, p50, render, options }, { count: 0, p50: undefined, render: undefined, options: [] });
});

test("quicker compares what was rendered, and neither caches nor noise", () => {
  const [fast, slow, cached] = [summary([tile(50), tile(1, "cdn")]), summary([tile(100)]), summary([tile(1, "cdn")])];
  assert.equal(quicker(fast, slow), 2);
  assert.equal(quicker(slow, fast), undefined);
  assert.equal(quicker(summary([tile(98)]), slow), undefined);
  assert.equal(quicker(cached, slow), undefined);
  assert.equal(quicker(fast, cached), undefined);
});
