import assert from "node:assert/strict";
import { test } from "node:test";
import { Tiles } from "../../../page/tiles.js";

/** A server whose answers come when the test says so, and a clock that the test winds. */
class World {
  asked = [];
  waits = [];
  closed = 0;
  time = 0;

  fetch = (url, { signal, cache }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      const answer = (status, headers = {}, body = "png") => (
        resolve(new Response(body, { status, headers })),
        settled()
      );
      const fail = () => (reject(new TypeError("Failed to fetch")), settled());
      this.asked.push({ url, cache, signal, answer, fail });
    });
  decode = async () => ({ close: () => this.closed++ });
  transferOf = async () => undefined;
  now = () => this.time;
  later = (task, wait) => this.waits.push({ task, wait });

  get open() {
    return this.asked.filter(({ signal }) => !signal.aborted);
  }
}

const settled = () => new Promise((resume) => setImmediate(resume));
const row = (count, z = 5) => Array.from({ length: count }, (_, x) => ({ z, x, y: 0 }));

function setUp(atOnce = 2) {
  const world = new World();
  let changes = 0;
  const tiles = new Tiles("/ecs", { atOnce, changed: () => changes++, world });
  return { world, tiles, changes: () => changes };
}

test("asks for the nearest first, and for few at a time", async () => {
  const { world, tiles } = setUp();
  tiles.show(row(3), 256);
  assert.deepEqual(
    world.asked.map(({ url }) => url),
    ["/ecs/tiles/5/0/0.png?iterations=256", "/ecs/tiles/5/1/0.png?iterations=256"],
  );
  await world.asked[0].answer(200);
  assert.equal(world.asked[2].url, "/ecs/tiles/5/2/0.png?iterations=256");
});

test("keeps what was measured with a tile, and does not ask for it again", async () => {
  const { world, tiles, changes } = setUp();
  tiles.show(row(1), 256);
  world.time = 42;
  await world.asked[0].answer(200, {
    "X-Compute-Option": "ecs",
    "Server-Timing": "render;dur=30.5",
    "X-Cache": "Miss from cloudfront",
  });
  assert.deepEqual(tiles.get(row(1)[0], 256).measured, { option: "ecs", total: 42, render: 30.5, origin: "renderer" });
  assert.equal(tiles.get(row(1)[0], 512), undefined);
  assert.equal(changes(), 1);
  tiles.show(row(1), 256);
  assert.equal(world.asked.length, 1);
});

test("lets the option finish what it has begun, and then asks for what is wanted by now", async () => {
  const { world, tiles } = setUp();
  tiles.show(row(4), 256);
  tiles.show(row(2, 6), 256);
  assert.deepEqual(
    world.asked.map(({ signal }) => signal.aborted),
    [false, false],
  );
  await world.asked[0].answer(200);
  assert.equal(world.asked[2].url, "/ecs/tiles/6/0/0.png?iterations=256");
  assert.ok(tiles.get(row(1)[0], 256), "and keeps it");
});

test("leaves an overloaded option alone for as long as it asks, then asks for less at once", async () => {
  const { world, tiles } = setUp(4);
  tiles.show(row(6), 256);
  await world.asked[0].answer(503, { "Retry-After": "3" });
  assert.deepEqual(tiles.trouble, { text: "overloaded (503)", wait: 3000 });
  for (const { answer } of world.asked.slice(1, 4)) await answer(503, { "Retry-After": "3" });
  assert.equal(world.asked.length, 4);
  assert.deepEqual(
    world.waits.map(({ wait }) => wait),
    [3000],
  );
  world.waits[0].task();
  assert.equal(tiles.trouble, undefined);
  assert.equal(world.asked.length - 4, 2);
});

test("waits twice as long each time, half a minute at most, until a tile comes", async () => {
  const { world, tiles } = setUp(1);
  tiles.show(row(2), 256);
  for (let refusal = 0; refusal < 8; refusal++) {
    await world.asked.at(-1).answer(429);
    world.waits.at(-1).task();
  }
  assert.deepEqual(
    world.waits.map(({ wait }) => wait),
    [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000],
  );
  await world.asked.at(-1).answer(200);
  await world.asked.at(-1).answer(503);
  assert.equal(world.waits.at(-1).wait, 500);
});

test("asks again when the network or a gateway fails", async () => {
  const { world, tiles } = setUp(1);
  tiles.show(row(1), 256);
  await world.asked[0].fail();
  assert.deepEqual(tiles.trouble, { text: "no answer (Failed to fetch)", wait: 500 });
  world.waits[0].task();
  await world.asked[1].answer(504);
  assert.deepEqual(tiles.trouble, { text: "answered 504", wait: 1000 });
});

test("shows the problem of a tile that asking again does not cure", async () => {
  const { world, tiles } = setUp();
  tiles.show(row(2), 256);
  await world.asked[0].answer(400, {}, '{"detail":"iterations must be 1 to 5000, got 9999"}');
  await world.asked[1].answer(500, {}, "<html>");
  assert.deepEqual(
    row(2).map((tile) => tiles.get(tile, 256).problem),
    ["iterations must be 1 to 5000, got 9999", "answered 500"],
  );
  assert.equal(tiles.trouble, undefined);
});

test("measuring again forgets every tile and goes past the browser's cache", async () => {
  const { world, tiles } = setUp();
  tiles.show(row(2), 256);
  await world.asked[0].answer(200);
  tiles.again();
  await settled();
  assert.equal(tiles.get(row(1)[0], 256), undefined);
  assert.equal(world.closed, 1);
  assert.deepEqual(
    world.open.slice(-2).map(({ cache }) => cache),
    ["reload", "reload"],
  );
});

test("keeps the latest few hundred tiles and gives the memory of the others back", async () => {
  const { world, tiles } = setUp();
  for (let z = 1; z <= 400; z++) {
    tiles.show([{ z, x: 0, y: 0 }], 256);
    await world.asked.at(-1).answer(200);
  }
  assert.equal(world.closed, 160);
  assert.equal(tiles.get({ z: 160, x: 0, y: 0 }, 256), undefined);
  assert.ok(tiles.get({ z: 161, x: 0, y: 0 }, 256));
});

test("a closed side asks for nothing more", async () => {
  const { world, tiles } = setUp(1);
  tiles.show(row(3), 256);
  tiles.close();
  await settled();
  assert.deepEqual(
    world.asked.map(({ signal }) => signal.aborted),
    [true],
  );
});
