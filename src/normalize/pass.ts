/** The contract of a pass: the text as the pass before left it, and its blocks, in; edits out. */
import type { BlockKind, Edit } from '../model.js';

/** A block where it stands in the text that a pass sees. */
export interface PlacedBlock {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
}

export interface PassContext {
  /** Names that traditional → simplified must leave alone, e.g. 乾县. */
  readonly protectedNames: readonly string[];
  /** Patterns of lines that are page furniture. */
  readonly furniture: readonly RegExp[];
  /** The document's blocks, sorted, in the text that the pass sees; empty for a bare string. */
  blocks(): readonly PlacedBlock[];
}

/** Sorted edits that never overlap and each take at least one character. */
export type Pass = (text: string, context: PassContext) => Edit[];
