/** Lists to choose from give the focus back to the review, whose keys they would swallow; in dialogs they keep it. */

const focusReview = (): void =>
  (document.querySelector<HTMLElement>('.queue') ?? document.querySelector<HTMLElement>('main'))?.focus();

const isOutside = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement && target.closest('dialog') === null;

/** After a choice made with the mouse, and on Escape; arrow keys change a list step by step, and stay in it. */
export function releaseSelects(): void {
  let byPointer = false;
  addEventListener('pointerdown', () => {
    byPointer = true;
  });
  addEventListener('keydown', ({ key, target, isComposing }) => {
    byPointer = false;
    if (key === 'Escape' && !isComposing && isOutside(target)) focusReview();
  });
  addEventListener('change', ({ target }) => {
    if (byPointer && isOutside(target)) focusReview();
  });
}
