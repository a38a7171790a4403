// Draws icon.png: three runners that come out of one file. `node scripts/draw-icon.mjs` writes the same bytes each time.
import { crc32, deflateSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const size = 128;
const blue = [31, 59, 115, 255];
const paper = [245, 247, 250, 255];
const green = [63, 185, 120, 255];
const nothing = [0, 0, 0, 0];

/** Later shapes lie above earlier ones: left, top, right, bottom, radius of the corners, colour. */
const shapes = [
  [0, 0, 128, 128, 24, blue],
  [20, 28, 60, 100, 6, paper],
  [28, 42, 52, 48, 3, blue],
  [28, 56, 46, 62, 3, blue],
  [28, 70, 52, 76, 3, blue],
  [28, 84, 42, 90, 3, blue],
  [60, 61, 76, 67, 0, paper],
  [72, 37, 78, 91, 0, paper],
  [72, 37, 84, 43, 0, paper],
  [72, 61, 84, 67, 0, paper],
  [72, 85, 84, 91, 0, paper],
  [84, 30, 108, 50, 10, green],
  [84, 54, 108, 74, 10, green],
  [84, 78, 108, 98, 10, green],
];

function isInside(x, y, [left, top, right, bottom, radius]) {
  if (x < left || x >= right || y < top || y >= bottom) return false;
  const dx = Math.max(left + radius - x - 0.5, x + 0.5 - (right - radius), 0);
  const dy = Math.max(top + radius - y - 0.5, y + 0.5 - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius || radius === 0;
}

function colourAt(x, y) {
  return shapes.findLast((shape) => isInside(x, y, shape))?.[5] ?? nothing;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
// Eight bits a channel, with red, green, blue and opacity.
header.set([8, 6, 0, 0, 0], 8);
const rows = Array.from({ length: size }, (_, y) =>
  Buffer.from([0, ...Array.from({ length: size }, (_, x) => colourAt(x, y)).flat()]),
);
const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const image = deflateSync(Buffer.concat(rows), { level: 9 });
writeFileSync(
  join(import.meta.dirname, '../icon.png'),
  Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', image),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
