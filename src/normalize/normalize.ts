/**
 * A document in; out its text in canonical form with a map back: the passes in order, each on the text as
 * the one before left it.
 */
import type { Block, NormalizedText, SourceDocument } from '../model.js';
import { Rewriting } from '../text/offset-map.js';
import { blanks } from './blanks.js';
import { controlCharacters } from './control-characters.js';
import { lineJoins } from './line-joins.js';
import { markdown } from './markdown.js';
import { pageMarks } from './page-marks.js';
import type { Pass, PassContext, PlacedBlock } from './pass.js';
import { pinyin } from './pinyin.js';
import { doubledPunctuation, straightQuotes } from './punctuation.js';
import { traditional } from './traditional.js';
import { width } from './width.js';

export interface NormalizeOptions {
  /** Names that traditional → simplified leaves alone: those of divisions. */
  readonly protectedNames: readonly string[];
  /** Patterns of lines that are page furniture, tested on lines whose characters are canonical. */
  readonly furniture: readonly RegExp[];
}

const PASSES: readonly (readonly [name: string, pass: Pass])[] = [
  ['control-characters', controlCharacters],
  ['pinyin', pinyin],
  ['width', width],
  ['traditional', traditional],
  ['page-marks', pageMarks],
  ['line-joins', lineJoins],
  ['markdown', markdown],
  ['straight-quotes', straightQuotes],
  ['blanks', blanks],
  ['doubled-punctuation', doubledPunctuation],
];

/** Brings a document's text into the form that rules are written for; linear in its length. */
export function normalize(
  document: Pick<SourceDocument, 'text' | 'blocks'>,
  options: NormalizeOptions,
): NormalizedText {
  const rewriting = new Rewriting(document.text);
  for (const [name, pass] of PASSES) {
    const context: PassContext = {
      ...options,
      blocks: () => placeBlocks(document.blocks, rewriting),
    };
    rewriting.apply(name, pass(rewriting.text, context));
  }
  return rewriting.finish();
}

/** The same for a bare string, such as a rule's example. */
export const normalizeFragment = (text: string, protectedNames: readonly string[]): NormalizedText =>
  normalize({ text, blocks: [] }, { protectedNames, furniture: [] });

function placeBlocks(blocks: readonly Block[], rewriting: Rewriting): PlacedBlock[] {
  return blocks.map(({ kind, span }) => ({ kind, ...rewriting.fromSource(span) }));
}
