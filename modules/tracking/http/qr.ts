import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Quiet zone in modules: cameras expect four. */
const BORDER = 4;
/** A side of the picture is at least this long: enough for a printed card. */
const PNG_SIDE_MIN = 1_000;

/** Dark on light, sharp at any size. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { border: BORDER, ecc: 'M' });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  );
}

/** One bit a pixel, by the PNG specification (RFC 2083): signature, IHDR, IDAT, IEND. */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { border: BORDER, ecc: 'M' });
  const scale = Math.ceil(PNG_SIDE_MIN / size);
  const side = size * scale;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // one bit of grey, deflate, no filter, no interlace
  header.set([1, 0, 0, 0, 0], 8);
  const lines = data.flatMap((row) => Array.from({ length: scale }, () => lineOf(row, scale)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A row of pixels after its filter byte; a set bit is light. */
function lineOf(row: readonly boolean[], scale: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil((row.length * scale) / 8), 0xff);
  line[0] = 0;
  row.forEach((dark, place) => {
    if (!dark) return;
    for (let pixel = place * scale; pixel < (place + 1) * scale; pixel += 1) {
      const at = 1 + (pixel >> 3);
      line[at] = (line[at] ?? 0) & ~(0x80 >> (pixel & 7));
    }
  });
  return line;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
