/** Traditional text in; edits out that make it simplified, one code point for one, protected names left alone. */
import { ConverterFactory, Locale } from 'opencc-js/t2cn';
import type { Edit } from '../model.js';
import type { PassContext } from './pass.js';

const DICTIONARIES = Locale.to.cn[0];

/** Characters that simplified reports use too, in names and words such as 乾隆, 藉口, 拚搏: no evidence. */
const SHARED = '乾夥徵拚捱摺於菸麽榘薹袷醣麴吒';

/** Of each code unit: traditional only. */
const TRADITIONAL = new Uint8Array(0x10000);
for (const entry of (DICTIONARIES.at(-1) as string).split('|')) {
  const [from = '', to = ''] = entry.split(' ');
  if (from.length === 1 && from !== to && !SHARED.includes(from)) TRADITIONAL[from.charCodeAt(0)] = 1;
}

function isTraditional(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (TRADITIONAL[text.charCodeAt(i)] === 1) return true;
  return false;
}

type Convert = (text: string) => string;
const converters = new WeakMap<readonly string[], Convert>();

function converterFor(protectedNames: readonly string[]): Convert {
  const known = converters.get(protectedNames);
  if (known) return known;
  const plain = ConverterFactory([DICTIONARIES]);
  const changed = protectedNames.filter((name) => plain(name) !== name);
  const convert = ConverterFactory([[...DICTIONARIES, changed.map((name) => [name, name] as const)]]);
  converters.set(protectedNames, convert);
  return convert;
}

/**
 * Conversion never changes the number of code points, but some results need two code units. Neighbours of
 * the same length make one edit, which still goes character by character.
 */
export function traditional(text: string, context: PassContext): Edit[] {
  if (!isTraditional(text)) return [];
  const converted = converterFor(context.protectedNames)(text);
  const edits: Edit[] = [];
  let i = 0;
  let j = 0;
  while (i < text.length) {
    if (text.charCodeAt(i) === converted.charCodeAt(j)) {
      i++;
      j++;
      continue;
    }
    // two pairs may share their first half: step back to where the code point starts
    if (isLowSurrogate(text.charCodeAt(i)) && isHighSurrogate(text.charCodeAt(i - 1))) {
      i--;
      j--;
    }
    let end = i + codePointLength(text, i);
    let target = j + codePointLength(converted, j);
    if (end - i === target - j) {
      while (end < text.length && isPlainChange(text.charCodeAt(end), converted.charCodeAt(target))) {
        end++;
        target++;
      }
    }
    edits.push({ start: i, end, replacement: converted.slice(j, target) });
    i = end;
    j = target;
  }
  return edits;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
const codePointLength = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);
const isPlainChange = (from: number, to: number): boolean =>
  from !== to && (from & 0xf800) !== 0xd800 && (to & 0xf800) !== 0xd800;
