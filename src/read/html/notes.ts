/** Takes an element; tells whether an office program has saved a note, the mark of one, or a running header as it. */
import type { HtmlElement } from './tree.js';
import { isLink } from './visibility.js';

// takes sdfootnote1, ftn1, edn2; leaves ftnref1
const NOTE_ID = /^(?:sdfootnote|sdendnote|_?ftn|_?edn)\d+$/i;
const NOTE_STYLE = /mso-element\s*:\s*(?:footnote|endnote)(?:-list)?\b/i;
// takes #_ftn1, #_ftnref2, #sdfootnote1sym, #sdendnote1anc
const NOTE_LINK = /^#(?:_(?:ftn|edn)(?:ref)?\d|sd(?:footnote|endnote)\d)/i;
// takes the running header and footer that office programs save beside the text
const RUNNING = /mso-element\s*:\s*(?:header|footer|comment-list)\b/i;

/** A note, or the list of all. */
export const isNote = ({ attributes }: HtmlElement): boolean =>
  NOTE_ID.test(attributes['id'] ?? '') || NOTE_STYLE.test(attributes['style'] ?? '');
export const isRunning = ({ attributes, name }: HtmlElement): boolean =>
  RUNNING.test(attributes['style'] ?? '') ||
  (name === 'div' && (attributes['title'] === 'header' || attributes['title'] === 'footer'));

/** The mark of a note, in the text and in front of the note. */
export const isNoteMark = (element: HtmlElement): boolean =>
  isLink(element) && NOTE_LINK.test(element.attributes['href']!);
