/** Sound files under names that say something else, or that break whoever prints or compares names. */

const LONGEST_NAME = 255;

/** Each sample under the extension of each other format; content and name disagree. */
export function* wrongExtensions(samples) {
  const others = [...samples.keys(), 'xyz', ''];
  for (const [extension, [bytes]] of samples)
    for (const other of others)
      if (other !== extension) yield [`${extension || 'none'}-named${other && `.${other}`}`, () => bytes];
}

const STRANGE = [
  'line\nfeed.txt',
  'carriage\rreturn.txt',
  'tab\tstop.txt',
  'escape\x1b[31m.txt',
  'bell\x07.txt',
  '😀👨‍👩‍👧‍👦.txt',
  'right\u202etxt.left',
  'zero\u200bwidth.txt',
  'blank at end.txt ',
  ' blank at start.txt',
  'dot at end.txt.',
  '-rf.txt',
  '--db=x.txt',
  'quote\'".txt',
  'dollar$(id)`id`.txt',
  'back\\slash.txt',
  'percent%s%n.txt',
  'e\u0301 and é.txt',
  '％０Ａ.txt',
  'CON.txt',
  'ends.',
  '汇报.TXT',
];

/** Names as bytes: not all of them are UTF-8. */
export function* strangeNames(bytes) {
  const text = () => bytes;
  for (const name of STRANGE) yield [name, text];
  const extension = '.txt';
  yield ['a'.repeat(LONGEST_NAME - extension.length) + extension, text];
  yield ['名'.repeat(Math.floor((LONGEST_NAME - extension.length) / 3)) + extension, text];
  // 汇报.txt in GBK
  yield [Buffer.concat([Buffer.from([0xbb, 0xe3, 0xb1, 0xa8]), Buffer.from(extension)]), text];
  yield [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(extension)]), text];
}
