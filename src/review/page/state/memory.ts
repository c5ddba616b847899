/** What the browser remembers of this page between visits; nothing, where its storage is switched off. */

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`huibao.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`huibao.${name}`);
    else localStorage.setItem(`huibao.${name}`, value);
  } catch {
    // The choice holds until the page is left.
  }
}
