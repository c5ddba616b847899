/** Takes a reader's word that it goes on; gives it to whoever watches over the process that reads. */

let listener: () => void = () => undefined;

/** For readers: call it after each page, sheet or entry, so that work that goes on is told from work that hangs. */
export const signOfLife = (): void => listener();

/** For the process that reads: what to do at each sign. */
export function onSignOfLife(listen: () => void): void {
  listener = listen;
}
