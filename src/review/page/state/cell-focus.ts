/** Arrow keys in a table of links → the focus moves from cell to cell. */

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function moveInTable(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = event.target instanceof Element ? event.target.closest('td') : null;
  const row = from?.parentElement;
  if (!step || !(row instanceof HTMLTableRowElement) || event.ctrlKey || event.altKey || event.metaKey)
    return;
  const rows = row.closest('tbody')?.rows;
  const to = rows?.[row.sectionRowIndex + step[0]]?.cells[from!.cellIndex + step[1]];
  // the page would scroll, or the review's keys would take it
  event.preventDefault();
  to?.querySelector<HTMLElement>('a')?.focus();
}
