/** What is selected in a source text on screen → its place in the whole document, to add it as a figure. */
import type { Place } from '../logic/route.js';
import { dialog } from './dialogs.js';
import { t } from './language.js';
import { notify } from './notices.js';

/** A source text says where it comes from; the offsets of its lines and marks count from the document's start. */
const SOURCE = '[data-document]';

/** Opens the form for the focused mark, or else for the selection. */
export function addSelected(): void {
  const mark = document.activeElement?.closest<HTMLElement>('[data-start][data-end][data-mark]') ?? null;
  const source = mark?.closest<HTMLElement>(SOURCE) ?? selectedSource();
  const place = mark
    ? { start: Number(mark.dataset.start), end: Number(mark.dataset.end) }
    : source && selectedPlace();
  if (source && place) addPlace(source.dataset.document!, place);
  else notify('info', t('addSelect'));
}

export function addPlace(document: string, place: Place): void {
  dialog.value = { name: 'add', document, place };
}

/** Remembers what is selected in a source text; what comes back selects it again, as long as it is on screen. */
export function keepSelection(): () => void {
  const selection = getSelection();
  const range = selectedSource() && selectedPlace() ? selection?.getRangeAt(0).cloneRange() : null;
  return () => {
    if (!range?.startContainer.isConnected || !range.endContainer.isConnected) return;
    selection?.removeAllRanges();
    selection?.addRange(range);
  };
}

function selectedSource(): HTMLElement | null {
  const node = getSelection()?.anchorNode;
  return elementOf(node)?.closest<HTMLElement>(SOURCE) ?? null;
}

function selectedPlace(): Place | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** Characters in front of a point of the DOM: a paragraph knows where it starts, and holds nothing but the text. */
function offsetOf(node: Node, offset: number): number | null {
  const paragraph = elementOf(node)?.closest<HTMLElement>('[data-line]');
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.line) + before.toString().length;
}

function elementOf(node: Node | null | undefined): Element | null {
  return node instanceof Element ? node : (node?.parentElement ?? null);
}
