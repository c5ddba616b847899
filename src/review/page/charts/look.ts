/** The page's colours as they are now, light or dark, for what is drawn on a canvas. */
export interface Look {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly accent: string;
  readonly soft: string;
  readonly bad: string;
  readonly font: string;
  /** Lines, told apart by those who don't see red and green too (Okabe and Ito, lightened on dark ground). */
  readonly lines: readonly string[];
}

const ON_LIGHT = [
  '#0072b2', '#c04a00', '#00795a', '#9c4f84', '#8a6d00', '#2f7fb8', '#4b4b4b', '#7a3e9d', '#a3322a', '#38761d',
  '#5a5a9e', '#7c5a3a',
] as const; // prettier-ignore
const ON_DARK = [
  '#56b4e9', '#f0915a', '#3ccfa0', '#e3a0c6', '#e0c25a', '#9bd0f5', '#c4c4c4', '#c79be8', '#f08a84', '#9ad07f',
  '#a9a9ee', '#cfa888',
] as const; // prettier-ignore

export function lookNow(): Look {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ...{ text: token('text'), muted: token('muted'), line: token('line'), surface: token('surface') },
    ...{ raised: token('raised'), sunken: token('sunken'), bad: token('bad') },
    ...{ accent: token('accent'), soft: token('accent-soft') },
    font: getComputedStyle(document.body).fontFamily,
    lines: style.colorScheme === 'dark' ? ON_DARK : ON_LIGHT,
  };
}
