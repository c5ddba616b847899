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

/** Takes #1a56b0. */
const partsOf = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** `share` of the way from one colour to the other. */
export const mix = (from: string, to: string, share: number): string => {
  const end = partsOf(to);
  const parts = partsOf(from).map((part, i) => Math.round(part + (end[i]! - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
};

/** Relative luminance (WCAG 2). */
const luminance = (hex: string): number => {
  const [red, green, blue] = partsOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

/** The one of two colours that is read better on a ground. */
export function readableOn(ground: string, one: string, other: string): string {
  const contrast = (colour: string): number => {
    const [a, b] = [luminance(colour), luminance(ground)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  return contrast(one) >= contrast(other) ? one : other;
}
