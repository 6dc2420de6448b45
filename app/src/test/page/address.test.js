import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "../../../page/address.js";

const nothing = { view: undefined, iterations: undefined, options: [] };

test("an address is z/x/y/iterations/option, the centre counted in tiles", () => {
  const state = { view: { x: 0.25, y: 0.5, zoom: 4 }, iterations: 600, options: ["ecs-fargate"] };
  assert.equal(write(state), "#4/4/8/600/ecs-fargate");
  assert.deepEqual(read("#4/4/8/600/ecs-fargate"), state);
});

test("an address of the local server names no option", () => {
  assert.equal(write({ view: { x: 0.5, y: 0.5, zoom: 0 }, iterations: 256, options: [] }), "#0/0.5/0.5/256");
});

test("a comparison names both options", () => {
  const address = write({ view: { x: 0.5, y: 0.5, zoom: 1 }, iterations: 1, options: ["a", "b"] });
  assert.equal(address, "#1/1/1/1/a,b");
  assert.deepEqual(read(address).options, ["a", "b"]);
});

test("what is written is read again to within a quarter of a pixel", () => {
  for (const zoom of [0, 1.237, 11.5, 22.22, 30]) {
    const view = { x: 0.314159265358979, y: 0.466920160910299, zoom };
    const found = read(write({ view, iterations: 5000, options: [] })).view;
    const pixels = Math.max(Math.abs(found.x - view.x), Math.abs(found.y - view.y)) * 256 * 2 ** zoom;
    assert.ok(pixels < 0.25, `zoom ${zoom} is off by ${pixels} pixels`);
    assert.ok(Math.abs(found.zoom - zoom) <= 0.005);
  }
});

for (const [fragment, expected] of [
  ["", nothing],
  ["#", nothing],
  ["#hello", nothing],
  ["#31/0/0/256", { ...nothing, iterations: 256 }],
  ["#2/5/0/256", { ...nothing, iterations: 256 }],
  ["#-1/0/0", nothing],
  ["#1e3/0/0", nothing],
  ["#2/1/1/0", { ...nothing, view: { x: 0.25, y: 0.25, zoom: 2 } }],
  ["#2/1/1/5001", { ...nothing, view: { x: 0.25, y: 0.25, zoom: 2 } }],
  ["#2/1/1/25.5", { ...nothing, view: { x: 0.25, y: 0.25, zoom: 2 } }],
  ["#2/1/1/256/a,b,c", { view: { x: 0.25, y: 0.25, zoom: 2 }, iterations: 256, options: ["a", "b"] }],
  ["#2/1/1/256/<img>,../x", { view: { x: 0.25, y: 0.25, zoom: 2 }, iterations: 256, options: [] }],
]) {
  test(`of ${fragment || "an empty fragment"} only what makes sense is read`, () =>
    assert.deepEqual(read(fragment), expected));
}
