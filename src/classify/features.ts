/** A number in its context → the features that the context classifier reads: short strings of the words around it. */
import type { Quantity, SentenceKind } from '../model.js';

/** What the classifier reads of a quantity and what stands around it. */
export interface NumberContext {
  readonly quantity: Pick<Quantity, 'unit' | 'unitText' | 'value' | 'lower' | 'upper'>;
  readonly sentence: { readonly kind: SentenceKind };
  /** Canonical unit of the quantity in front of it in the document; null where there is none. */
  readonly previousUnit: string | null;
  readonly windows: {
    readonly before: string;
    readonly after: string;
    readonly clause: string;
    readonly header: string;
    readonly section: string;
  };
}

/**
 * Takes features. Their `kind`, one character, tells where the words stand as seen from the number: `b` in front, `B` right
 * in front, `a` behind, `A` right behind, `c` in its clause, `h` in its headers, `s` in the headings above; `u` its unit,
 * `t` its measure word, `y` and `x` unit and what is right in front and behind, `k` kind of sentence, `z` size and unit,
 * `p` the unit of the number before.
 */
export interface FeatureReader {
  /** `text[start, end)` is a feature. */
  piece(kind: string, text: string, start: number, end: number): void;
  /** So is each run of `from` to `to` characters in it; runs do not cross ASCII, which is digits mostly, nor emoji. */
  grams(kind: string, text: string, from: number, to: number): void;
}

/** How far it looks, in characters. */
const AFTER = 8;
const BEFORE = 10;
const CLAUSE = 60;
const HEADINGS = 30;

const isSurrogate = (code: number): boolean => (code & 0xf800) === 0xd800;

/** Up to the first, or behind the last, character of two code units, which must not be cut in two. */
function leading(text: string): string {
  for (let i = 0; i < text.length; i++) if (isSurrogate(text.charCodeAt(i))) return text.slice(0, i);
  return text;
}
function trailing(text: string): string {
  for (let i = text.length - 1; i >= 0; i--) if (isSurrogate(text.charCodeAt(i))) return text.slice(i + 1);
  return text;
}

/** A handful, tens, hundreds, thousands: what people count rises with it. */
function sizeOf({ value, upper, lower }: NumberContext['quantity']): number | null {
  const size = value ?? upper ?? lower;
  if (size === null) return null;
  return size < 5 ? 0 : size < 20 ? 1 : size < 1000 ? 2 : 3;
}

/** Gives every feature of a number to `reader`; some come more than once. */
export function readFeatures(context: NumberContext, reader: FeatureReader): void {
  const { quantity, windows } = context;
  const unit = quantity.unit ?? '-';
  const whole = (kind: string, text: string): void => reader.piece(kind, text, 0, text.length);
  whole('u', unit);
  whole('t', quantity.unitText ?? '-');
  const after = leading(windows.after.slice(0, AFTER));
  reader.grams('a', after, 2, 3);
  for (let n = 1; n <= Math.min(3, after.length); n++) reader.piece('A', after, 0, n);
  const before = trailing(windows.before.slice(-BEFORE));
  reader.grams('b', before, 2, 2);
  for (let n = 1; n <= Math.min(4, before.length); n++)
    reader.piece('B', before, before.length - n, before.length);
  for (let n = 1; n <= 2; n++) {
    whole('x', `${unit}|${after.slice(0, n)}`);
    whole('y', `${unit}|${before.slice(-n)}`);
  }
  reader.grams('c', windows.clause.slice(0, CLAUSE), 1, 2);
  reader.grams('h', windows.header.slice(0, HEADINGS), 2, 2);
  reader.grams('s', windows.section.slice(0, HEADINGS), 2, 2);
  whole('k', context.sentence.kind);
  const size = sizeOf(quantity);
  if (size !== null) whole('z', `${size}${unit}`);
  whole('p', context.previousUnit ?? '-');
}

/** Whether a run of characters ends here. */
export const isBreak = (code: number): boolean => code < 0x80 || isSurrogate(code);

/** The features by name (kind and text), each once. */
export function featureNames(context: NumberContext): string[] {
  const names = new Set<string>();
  readFeatures(context, {
    piece: (kind, text, start, end) => names.add(kind + text.slice(start, end)),
    grams: (kind, text, from, to) => {
      for (let start = 0; start < text.length; start++)
        for (let end = start; end < text.length && end - start < to && !isBreak(text.charCodeAt(end)); end++)
          if (end + 1 - start >= from) names.add(kind + text.slice(start, end + 1));
    },
  });
  return [...names];
}
