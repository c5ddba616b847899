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

/** A number given as an option, or a usage error that names the option. */
export function parseNumber(
  option: string,
  text: string,
  { min, max, whole = false }: { min: number; max: number; whole?: boolean },
): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
    const kind = whole ? 'a whole number' : 'a number';
    throw new UsageError(`${option} takes ${kind} from ${min} to ${max}, not "${text}"`);
  }
  return value;
}
