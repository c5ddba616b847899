import { say } from '../language/language.js';

/** A wrong argument: what was given, what was expected, what to do. Ends the command with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}

/** `includeReview` → `--include-review`. */
export const optionNamed = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** A number given as an option, or a usage error that names the option. */
export function parseNumber(
  option: string,
  text: string,
  { min, max, whole = false }: { min: number; max: number; whole?: boolean },
): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
    throw new UsageError(say(whole ? WHOLE_NUMBER : NUMBER, { option, min, max, text }));
  }
  return value;
}

const NUMBER = {
  en: '{option} takes a number from {min} to {max}, not "{text}"',
  zh: '{option} 须为 {min} 至 {max} 的数，而不是“{text}”',
};
const WHOLE_NUMBER = {
  en: '{option} takes a whole number from {min} to {max}, not "{text}"',
  zh: '{option} 须为 {min} 至 {max} 的整数，而不是“{text}”',
};
