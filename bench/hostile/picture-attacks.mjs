/** Pictures that claim to be larger than any page, and pictures that end before they begin. */
import { crc32, deflateSync } from 'node:zlib';

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey PNG that claims this size; its pixels are as many as `rows` rows have. */
function png(width, height, rows = height) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const pixels = deflateSync(Buffer.alloc((width + 1) * rows, 0xff), { level: 9 });
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A TIFF whose first directory is its own next one. */
function circularTiff() {
  const bytes = Buffer.alloc(8 + 2 + 12 + 4);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(1, 8);
  bytes.writeUInt16LE(256, 10);
  bytes.writeUInt16LE(4, 12);
  bytes.writeUInt32LE(1, 14);
  bytes.writeUInt32LE(0x7fffffff, 18);
  bytes.writeUInt32LE(8, 22);
  return bytes;
}

/** @type {(size: number) => Record<string, () => Buffer>} */
export const pictureAttacks = (size) => ({
  'white.png': () => png(200, 200),
  'huge.png': () => png(20 * size, 20 * size),
  'claims-to-be-huge.png': () => png(0x7fffffff, 0x7fffffff, 0),
  'of-no-size.png': () => png(0, 0),
  'cut.png': () => png(500, 500).subarray(0, 60),
  'only-head.jpg': () => Buffer.from('ffd8ffe000104a46494600010101', 'hex'),
  'in-a-circle.tif': circularTiff,
  'only-head.tif': () => Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
  'only-head.gif': () => Buffer.from('GIF89a\xff\xff\xff\xff', 'latin1'),
  'only-head.bmp': () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(40, 0xff)]),
});
