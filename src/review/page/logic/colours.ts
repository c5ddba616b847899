/** Colours as the styles write them (#1a56b0, #fff) → what lies between them, and what is read best on one. */

/** Takes #1a56b0, and #fff, as the build shortens colours. */
function partsOf(hex: string): readonly number[] {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

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
