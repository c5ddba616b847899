/** A pattern → the short texts of which one stands in whatever it matches in: the pattern need not be asked elsewhere. */

/** Beyond so many texts they tell little, and take long to look up. */
const MOST_TEXTS = 600;
/** A single character stands in so much more than two in a row that it counts for so many. */
const SINGLE = 12;

/** What a part of a pattern matches. */
interface Part {
  /** All the texts that it matches; null where they are many or look-arounds decide. */
  readonly texts: readonly string[] | null;
  /** One of these stands in what it matches, one or two characters each; null where that can not be told. */
  readonly needed: readonly string[] | null;
}

const ANYTHING: Part = { texts: null, needed: null };
/** What takes no character; nor does it stand between what stands in front of it and behind it. */
const NOTHING: Part = { texts: [''], needed: null };

const costOf = (needed: readonly string[] | null): number =>
  needed === null ? Infinity : needed.reduce((sum, text) => sum + (text.length === 1 ? SINGLE : 1), 0);

const better = (a: Part['needed'], b: Part['needed']): Part['needed'] => (costOf(b) < costOf(a) ? b : a);

/** Of each text its first two characters, or the one that it is. */
function neededOf(texts: readonly string[]): Part['needed'] {
  return texts.includes('') ? null : [...new Set(texts.map((text) => text.slice(0, 2)))];
}

const plain = (texts: readonly string[]): Part => ({ texts, needed: neededOf(texts) });

/** One part behind the other. */
function sequenceOf(parts: readonly Part[]): Part {
  let needed: Part['needed'] = null;
  // what the parts that were read last match together
  let run: readonly string[] = [''];
  let whole = true;
  for (const { texts, needed: own } of parts) {
    needed = better(needed, own);
    const fits = texts !== null && run.length * texts.length <= MOST_TEXTS;
    whole &&= fits;
    run = fits ? run.flatMap((text) => texts.map((more) => text + more)) : (texts ?? ['']);
    needed = better(needed, neededOf(run));
  }
  return { texts: whole ? run : null, needed };
}

/** One of several. */
function choiceOf(options: readonly Part[]): Part {
  if (options.length === 1) return options[0]!;
  const needed = options.every((option) => option.needed !== null)
    ? [...new Set(options.flatMap((option) => option.needed!))]
    : null;
  const texts = options.every((option) => option.texts !== null)
    ? options.flatMap((option) => option.texts!)
    : null;
  return {
    texts: texts !== null && texts.length <= MOST_TEXTS ? texts : null,
    needed: needed !== null && needed.length <= MOST_TEXTS ? needed : null,
  };
}

/** A part that is there `least` times or more. */
function repeatOf(part: Part, least: number, once: boolean): Part {
  const texts = once && part.texts !== null ? (least === 0 ? ['', ...part.texts] : part.texts) : null;
  return { texts, needed: least === 0 ? null : part.needed };
}

// takes (, (?:, (?<name>, (?=, (?<=, (?! and (?<!
const OPEN = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y;
// takes *, +?, ?, {2} and {2,}
const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/y;
// takes [招募] and [^，。]; a class with a range or an escape may match many characters
const CLASS = /\[(?:([^\]\\^-][^\]\\-]*)|(?:[^\]\\]|\\[^])*)\]/y;
// takes \d, \uff0c, \x41, \k<name>, \12 and \(
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([^A-Za-z0-9])|x[0-9a-fA-F]{2}|c[A-Za-z]|k<[^>]*>|\d+|[^])/y;

class PatternReader {
  private at = 0;

  constructor(private readonly source: string) {}

  readChoice(): Part {
    const options = [this.readSequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      options.push(this.readSequence());
    }
    return choiceOf(options);
  }

  private readSequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!))
      parts.push(this.readRepeat(this.readAtom()));
    return sequenceOf(parts);
  }

  private readRepeat(part: Part): Part {
    const quantifier = this.take(QUANTIFIER);
    if (quantifier === null) return part;
    const [written, from, to] = quantifier;
    const least = from === undefined ? Number(written.startsWith('+')) : Number(from);
    return repeatOf(part, least, written.startsWith('?') || (from !== undefined && to === '1'));
  }

  private readAtom(): Part {
    const char = this.source[this.at]!;
    switch (char) {
      case '(':
        return this.readGroup();
      case '[': {
        const chars = this.take(CLASS)![1];
        return chars === undefined
          ? ANYTHING
          : plain(Array.from({ length: chars.length }, (_, i) => chars[i]!));
      }
      case '\\': {
        const [, code, sign] = this.take(ESCAPE)!;
        const text = code === undefined ? sign : String.fromCharCode(parseInt(code, 16));
        return text === undefined ? ANYTHING : plain([text]);
      }
      default:
        this.at++;
        return char === '^' || char === '$' ? NOTHING : char === '.' ? ANYTHING : plain([char]);
    }
  }

  /** What a look-around asks for stands in the text, too. */
  private readGroup(): Part {
    const [open] = this.take(OPEN)!;
    const part = this.readChoice();
    this.at++;
    if (open.endsWith('!')) return NOTHING;
    return open.endsWith('=') ? { ...NOTHING, needed: part.needed } : part;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match) this.at += match[0].length;
    return match;
  }
}

/** Texts of one or two characters; null where none can be named, or too many. */
export function neededTexts({ source, flags }: RegExp): readonly string[] | null {
  // with other flags a character of the pattern may stand for others
  return flags === '' ? new PatternReader(source).readChoice().needed : null;
}
