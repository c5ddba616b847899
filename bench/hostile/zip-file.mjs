/** Entries in; out a zip in which every field may lie: sizes, offsets, counts, flags. */
import { crc32, deflateRawSync } from 'node:zlib';

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {Buffer} [data] packed here; several entries may share what `packed` says
 * @property {Buffer} [packed] what stands in the file, deflated
 * @property {number} [size] @property {number} [crc] what the directory claims
 * @property {number} [flags] @property {number} [at] where the directory says that it stands
 */

/** @param {readonly Entry[]} entries @param {{ count?: number }} [claims] */
export function zipOf(entries, claims = {}) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const entry of entries) {
    const { data = Buffer.alloc(0), flags = 0 } = entry;
    const packed = entry.packed ?? deflateRawSync(data, { level: 9 });
    const name = Buffer.from(entry.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.size ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(entry.at ?? at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, name]));
    if (entry.at === undefined) {
      parts.push(local);
      at += local.length;
    }
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE((claims.count ?? entries.length) & 0xffff, 8);
  end.writeUInt16LE((claims.count ?? entries.length) & 0xffff, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}
