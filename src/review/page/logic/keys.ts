/** Keys that work anywhere in the review → the action that they stand for. */

export type Action =
  | 'accept' | 'correct' | 'reject' | 'next' | 'previous' | 'undo' | 'alike' | 'add' | 'printed' | 'derivation' | 'search' |
  'compare' | 'help'; // prettier-ignore

interface Key {
  /** As `KeyboardEvent.key` has it; letters in lower case. */
  readonly keys: readonly string[];
  /** What stands on the button. */
  readonly shown: readonly string[];
}

export const KEYS: Readonly<Record<Action, Key>> = {
  accept: { keys: ['a', 'Enter'], shown: ['A', '↵'] },
  correct: { keys: ['c'], shown: ['C'] },
  reject: { keys: ['r'], shown: ['R'] },
  next: { keys: ['s', 'ArrowRight', 'j'], shown: ['S', 'J', '→'] },
  previous: { keys: ['k', 'ArrowLeft'], shown: ['K', '←'] },
  undo: { keys: ['u'], shown: ['U'] },
  alike: { keys: ['g'], shown: ['G'] },
  add: { keys: ['m'], shown: ['M'] },
  printed: { keys: ['p'], shown: ['P'] },
  derivation: { keys: ['d'], shown: ['D'] },
  search: { keys: ['/'], shown: ['/'] },
  compare: { keys: ['v'], shown: ['V'] },
  help: { keys: ['?', '？'], shown: ['?'] },
};

export const ACTIONS = Object.keys(KEYS) as readonly Action[];

/** What of a keyboard event decides, and where it came from. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly repeat: boolean;
  /** In a field that takes text or arrow keys. */
  readonly inField: boolean;
  /** On a link, a button or the like, which Enter sets off. */
  readonly onControl: boolean;
}

/**
 * Null where the key means nothing, or something to the field that it was pressed in. A key held down moves on
 * through the queue and decides nothing.
 */
export function actionOf(pressed: Pressed): Action | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.isComposing || pressed.inField)
    return null;
  if (pressed.key === 'Enter' && pressed.onControl) return null;
  // Shift+letter is left to what it means elsewhere; `?` needs Shift on most keyboards.
  if (pressed.shiftKey && !KEYS.help.keys.includes(pressed.key)) return null;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const action = ACTIONS.find((each) => KEYS[each].keys.includes(key)) ?? null;
  return pressed.repeat && action !== 'next' && action !== 'previous' ? null : action;
}
