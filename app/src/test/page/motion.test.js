import assert from "node:assert/strict";
import { test } from "node:test";
import { flight, glide } from "../../../page/motion.js";
import { complexAt, zoomed } from "../../../page/view.js";

const ways = [
  [
    { x: 0.3, y: 0.5, zoom: 2.2 },
    { x: 0.314159, y: 0.46692, zoom: 19 },
  ],
  [
    { x: 0.1, y: 0.2, zoom: 12 },
    { x: 0.9, y: 0.7, zoom: 14 },
  ],
  [
    { x: 0.5, y: 0.5, zoom: 3 },
    { x: 0.5, y: 0.5, zoom: 9 },
  ],
  [
    { x: 0.5, y: 0.5, zoom: 3 },
    { x: 0.51, y: 0.5, zoom: 3 },
  ],
];

for (const [from, to] of ways) {
  const trip = `from ${JSON.stringify(from)} to ${JSON.stringify(to)}`;
  test(`a flight ${trip} begins and ends where it should, without a jump`, () => {
    const { at } = flight(from, to);
    for (const part of ["x", "y", "zoom"])
      assert.ok(Math.abs(at(0)[part] - from[part]) < 1e-9, `${part} begins at ${at(0)[part]}`);
    assert.deepEqual(at(1), to);
    for (let share = 0; share < 1; share += 0.001) {
      const [here, next] = [at(share), at(Math.min(1, share + 0.001))];
      const pixels = Math.hypot(next.x - here.x, next.y - here.y) * 256 * 2 ** Math.max(here.zoom, next.zoom);
      assert.ok(pixels < 25, `passes ${pixels} pixels at ${share}`);
    }
  });
}

test("a glide begins and ends where it should", () => {
  const [from, to] = ways[3];
  assert.deepEqual(glide(from, to)(0), from);
  assert.deepEqual(glide(from, to)(1), to);
});

test("a glide keeps the ground under a zoom's pointer all the way", () => {
  const from = { x: 0.4, y: 0.6, zoom: 5 };
  const offset = { x: 300, y: -120 };
  const at = glide(from, zoomed(from, 2, offset));
  for (const share of [0.2, 0.5, 0.8]) {
    assert.ok(Math.abs(complexAt(at(share), offset).re - complexAt(from, offset).re) < 1e-12);
    assert.ok(Math.abs(complexAt(at(share), offset).im - complexAt(from, offset).im) < 1e-12);
  }
});

test("a flight over a distance rises on the way and takes longer the farther it goes", () => {
  const from = { x: 0.1, y: 0.2, zoom: 12 };
  const [near, far] = [0.11, 0.9].map((x) => flight(from, { x, y: 0.2, zoom: 12 }));
  assert.ok(far.at(0.5).zoom < 6, `rises to ${far.at(0.5).zoom}`);
  assert.ok(far.length > near.length);
});
