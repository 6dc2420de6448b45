/** Tiles of the set as PNG, like the app's but with fewer iterations: pictures to test the page with. */
import { crc32, deflateSync } from "node:zlib";

const SIDE = 256;
const MOST = 250;
const drawn = new Map();

export function fractal(z, x, y, iterations) {
  const key = [z, x, y, iterations].join();
  if (!drawn.has(key)) drawn.set(key, png(rows(z, x, y, Math.min(MOST, iterations))));
  return drawn.get(key);
}

/** As PNG wants them: a filter byte, here 0, before each row of palette entries. */
function rows(z, x, y, iterations) {
  const rows = Buffer.alloc(SIDE * (SIDE + 1));
  const step = 4 / (SIDE * 2 ** z);
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++)
      rows[row * (SIDE + 1) + 1 + column] = entry(
        -2 + (x * SIDE + column) * step,
        2 - (y * SIDE + row) * step,
        iterations,
      );
  return rows;
}

function entry(re, im, iterations) {
  for (let step = 0, x = 0, y = 0; step < iterations; step++) {
    [x, y] = [x * x - y * y + re, 2 * x * y + im];
    const square = x * x + y * y;
    if (square > 65536)
      return 1 + (Math.floor(32 * Math.sqrt(Math.max(0, step + 1 - Math.log2(Math.log2(square) / 16)))) % 255);
  }
  return 0;
}

function png(rows) {
  const header = Buffer.from([0, 0, 1, 0, 0, 0, 1, 0, 8, 3, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    ["IHDR", header],
    ["PLTE", PALETTE],
    ["IDAT", deflateSync(rows, { level: 1 })],
    ["IEND", Buffer.alloc(0)],
  ];
  return Buffer.concat([signature, ...chunks.map(([type, data]) => chunk(type, data))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const wave = (entry, channel) =>
  Math.round(255 * (0.5 - 0.5 * Math.cos((2 * Math.PI * (entry - 62)) / 255 + 0.7 * channel)));
const PALETTE = Buffer.from([0, 0, 0, ...Array.from({ length: 255 * 3 }, (_, at) => wave(Math.floor(at / 3), at % 3))]);
