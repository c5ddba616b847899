/** Moves the focus among the marks of a text: one of them is in the order of tabs, arrow keys reach the others. */

const marksIn = (box: HTMLElement): HTMLElement[] => [...box.querySelectorAll<HTMLElement>('[data-mark]')];

/** Makes one mark reachable by Tab: `chosen`, or the one that is, or the first behind the number in question. */
export function focusable(box: HTMLElement, chosen: HTMLElement | null): void {
  const marks = marksIn(box);
  const centre = box.querySelector('[data-current]');
  const behind = (mark: HTMLElement): boolean =>
    !centre || (centre.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const stop = chosen ?? marks.find((mark) => mark.tabIndex === 0) ?? marks.find(behind) ?? marks[0];
  for (const mark of marks) mark.tabIndex = mark === stop ? 0 : -1;
}

/** Arrow keys, Home and End on a focused mark; Enter and the space bar on one that is a button. */
export function moveFocus(box: HTMLElement, event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.dataset.mark) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const marks = marksIn(box);
  const at = marks.indexOf(target);
  const to: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: marks.length - 1,
  };
  if (key in to) marks[Math.max(0, Math.min(marks.length - 1, to[key]!))]?.focus();
  else if ((key === 'Enter' || key === ' ') && target.getAttribute('role') === 'button') target.click();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Scrolls so that the figure's number, or the line at an offset, stands in the middle. Lines far from the screen have
 * a guessed height until they come near, so it looks again when they have.
 */
export function centreIn(box: HTMLElement, offset: number | null): void {
  const target = targetIn(box, offset);
  if (!target) {
    box.scrollTop = 0;
    return;
  }
  const centre = (): void => {
    const outer = box.getBoundingClientRect();
    const inner = target.getBoundingClientRect();
    box.scrollTop += inner.top + inner.height / 2 - (outer.top + box.clientHeight / 2);
  };
  centre();
  requestAnimationFrame(() => {
    centre();
    requestAnimationFrame(centre);
  });
}

function targetIn(box: HTMLElement, offset: number | null): Element | null {
  const number = box.querySelector('[data-current]');
  if (number || offset === null) return number;
  const lines = [...box.querySelectorAll<HTMLElement>('[data-line]')];
  const line = lines.findLast((each) => Number(each.dataset.line) <= offset);
  return line?.querySelector('.hl') ?? line ?? null;
}
