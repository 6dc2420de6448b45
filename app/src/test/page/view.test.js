import assert from "node:assert/strict";
import { test } from "node:test";
import * as view from "../../../page/view.js";

const desk = { width: 1280, height: 720 };
const phone = { width: 390, height: 700 };
const close = (one, other, what) => assert.ok(Math.abs(one - other) < 1e-9, `${what}: ${one} is not ${other}`);

test("home shows the whole set on any screen", () => {
  for (const size of [desk, phone, { width: 320, height: 320 }]) {
    const at = view.home(size);
    const topLeft = view.complexAt(at, { x: -size.width / 2, y: -size.height / 2 });
    const bottomRight = view.complexAt(at, { x: size.width / 2, y: size.height / 2 });
    assert.ok(topLeft.re < -2 && topLeft.im > 1.12, `top left is ${JSON.stringify(topLeft)}`);
    assert.ok(bottomRight.re > 0.48 && bottomRight.im < -1.12, `bottom right is ${JSON.stringify(bottomRight)}`);
  }
});

test("the corners of the map are the corners of the plane's square", () => {
  const whole = { x: 0.5, y: 0.5, zoom: 0 };
  assert.deepEqual(view.complexAt(whole, { x: -128, y: -128 }), { re: -2, im: 2 });
  assert.deepEqual(view.complexAt(whole, { x: 128, y: 128 }), { re: 2, im: -2 });
});

test("a drag moves the ground with the pointer", () => {
  const before = { x: 0.3, y: 0.6, zoom: 5 };
  const after = view.panned(before, 40, -25);
  const [grabbed, dropped] = [view.complexAt(before, { x: 10, y: 10 }), view.complexAt(after, { x: 50, y: -15 })];
  close(grabbed.re, dropped.re, "re");
  close(grabbed.im, dropped.im, "im");
});

test("a zoom keeps what is under the pointer", () => {
  for (const steps of [1, -2, 0.3, 7]) {
    const before = { x: 0.3, y: 0.6, zoom: 5 };
    const offset = { x: 211, y: -97 };
    const [was, is] = [before, view.zoomed(before, steps, offset)].map((at) => view.complexAt(at, offset));
    close(was.re, is.re, "re");
    close(was.im, is.im, "im");
  }
});

test("a step ends on a whole zoom", () => {
  const zooms = (zoom, direction) => view.stepped({ x: 0.5, y: 0.5, zoom }, direction).zoom;
  assert.deepEqual(
    [2.4, 3, 29.5, 30].map((zoom) => zooms(zoom, 1)),
    [3, 4, 30, 30],
  );
  assert.deepEqual(
    [2.4, 3, 0.5, 0].map((zoom) => zooms(zoom, -1)),
    [2, 2, 0, 0],
  );
});

test("no move leaves the map or its zooms", () => {
  assert.deepEqual(view.panned({ x: 0.1, y: 0.9, zoom: 0 }, 9999, -9999), { x: 0, y: 1, zoom: 0 });
  assert.equal(view.zoomed({ x: 0.5, y: 0.5, zoom: 29 }, 5).zoom, 30);
  assert.equal(view.zoomed({ x: 0.5, y: 0.5, zoom: 1 }, -5).zoom, 0);
});

test("tiles in view cover it, stay on the map, and come nearest first", () => {
  const at = { x: 0.5, y: 0.5, zoom: 3 };
  const tiles = view.tilesIn(at, { width: 600, height: 300 }, 3);
  const sorted = (name) => [...new Set(tiles.map((tile) => tile[name]))].sort((one, other) => one - other);
  assert.deepEqual([sorted("z"), sorted("x"), sorted("y")], [[3], [2, 3, 4, 5], [3, 4]]);
  assert.equal(tiles.length, 8);
  assert.ok(tiles.slice(0, 4).every(({ x, y }) => (x === 3 || x === 4) && (y === 3 || y === 4)));
});

test("a view that is larger than the map asks for no tile beyond its edge", () => {
  assert.deepEqual(view.tilesIn({ x: 0.5, y: 0.5, zoom: 0 }, desk, 0), [{ z: 0, x: 0, y: 0 }]);
  const corner = view.tilesIn({ x: 1, y: 1, zoom: 30 }, { width: 10, height: 10 }, 30);
  assert.deepEqual(corner, [{ z: 30, x: 2 ** 30 - 1, y: 2 ** 30 - 1 }]);
});

test("a dense screen gets sharper tiles as long as they are few", () => {
  const at = { x: 0.4, y: 0.5, zoom: 6.2 };
  assert.equal(view.levelFor(at, phone, 1), 6);
  assert.equal(view.levelFor(at, phone, 3), 7);
  assert.equal(view.levelFor(at, { width: 2000, height: 1200 }, 2), 6);
  assert.equal(view.levelFor({ ...at, zoom: 30 }, phone, 2), 30);
});

test("the deepest zoom still tells neighbouring pixels apart", () => {
  const at = { x: 0.31415, y: 0.4669, zoom: 30 };
  assert.notEqual(view.complexAt(at, { x: 1, y: 0 }).re, view.complexAt(at).re);
  assert.notEqual(view.complexText(at, view.complexAt(at, { x: 1, y: 0 })), view.complexText(at, view.complexAt(at)));
});

test("coordinates are told as precisely as the view shows them", () => {
  assert.equal(view.complexText({ zoom: 0 }, { re: -0.75, im: -0.1 }), "−0.75 − 0.10 i");
  assert.equal(view.complexText({ zoom: 10 }, { re: 0.25, im: 0 }), "0.25000 + 0.00000 i");
});

test("posters cover the view with 1 to 8 whole tiles a side", () => {
  for (const [at, size] of [
    [view.home(desk), desk],
    [view.home(phone), phone],
    [{ x: 0.01, y: 0.99, zoom: 12.7 }, desk],
  ]) {
    const posters = view.postersOf(at, size);
    assert.equal(posters.length, 3);
    for (const { zoom, x, y, columns, rows } of posters) {
      for (const side of [columns, rows]) assert.ok(side >= 1 && side <= 8, `${side} tiles a side`);
      assert.ok(x + columns <= 2 ** zoom && y + rows <= 2 ** zoom);
      assert.ok(
        x / 2 ** zoom <= at.x &&
          (x + columns) / 2 ** zoom >= at.x &&
          y / 2 ** zoom <= at.y &&
          (y + rows) / 2 ** zoom >= at.y,
      );
    }
  }
});

test("posters of the deepest view end at the deepest tiles", () => {
  const posters = view.postersOf({ x: 0.3, y: 0.5, zoom: 30 }, { width: 300, height: 300 });
  assert.deepEqual(
    posters.map(({ zoom }) => zoom),
    [28, 29, 30],
  );
});
