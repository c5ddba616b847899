/** Bytes in; out the same bytes broken in one of the ways that disks, networks and enemies break files. */

const copy = (bytes) => Buffer.from(bytes);

/** A stretch of up to a tenth of the file. */
function stretch(random, { length }) {
  const start = random.below(Math.max(1, length));
  return { start, end: Math.min(length, start + 1 + random.below(Math.max(1, length / 10))) };
}

/** Single bits, up to one in a thousand bytes. */
export function flipBits(random, bytes) {
  const broken = copy(bytes);
  const count = 1 + random.below(1 + bytes.length / 1000);
  for (let i = 0; i < count; i++) broken[random.below(broken.length)] ^= 1 << random.below(8);
  return broken;
}

/** The file ends early. */
export const cutShort = (random, bytes) => copy(bytes).subarray(0, 1 + random.below(bytes.length - 1));

/** The file begins late. */
export const beheaded = (random, bytes) => copy(bytes).subarray(1 + random.below(bytes.length - 1));

/** The first half of one file and the second of another. */
export const spliced = (random, bytes, other) =>
  Buffer.concat([
    bytes.subarray(0, random.below(bytes.length)),
    other.subarray(random.below(Math.max(1, other.length))),
  ]);

/** A stretch comes several times. */
export function repeated(random, bytes) {
  const { start, end } = stretch(random, bytes);
  const again = Array.from({ length: 1 + random.below(8) }, () => bytes.subarray(start, end));
  return Buffer.concat([bytes.subarray(0, end), ...again, bytes.subarray(end)]);
}

/** A stretch is lost. */
export function holed(random, bytes) {
  const { start, end } = stretch(random, bytes);
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
}

/** A stretch is zeros, as of a disk that never wrote it, or noise. */
export function overwritten(random, bytes) {
  const broken = copy(bytes);
  const { start, end } = stretch(random, bytes);
  const zeros = random.chance(0.5);
  for (let at = start; at < end; at++) broken[at] = zeros ? 0 : random.below(256);
  return broken;
}

/** Fields of four bytes become numbers at the edge of what fits. */
export function extremeNumbers(random, bytes) {
  const broken = copy(bytes);
  for (let i = 0; i < 4 && broken.length >= 8; i++)
    broken.writeUInt32LE(
      random.pick([0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]),
      4 * random.below(broken.length / 4),
    );
  return broken;
}

export const MUTATIONS = {
  flipBits,
  cutShort,
  beheaded,
  spliced,
  repeated,
  holed,
  overwritten,
  extremeNumbers,
};
