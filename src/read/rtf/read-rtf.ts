/** Takes the bytes of an RTF file; gives its document, or why it cannot be read. */
import { diagnose } from '../../diagnostics.js';
import { refused, type ReadResult } from '../reader.js';
import { buildDocument, cleanText, documentId, type Part } from '../source-document.js';
import { withTypedTables } from '../typed-tables.js';
import { Flow } from './flow.js';
import { tokensOf, type Token } from './tokens.js';

/** Groups inside one another that are followed; deeper ones are hostile. */
const DEEPEST = 500;

type Stream = 'body' | 'footnote' | 'textbox' | 'furniture' | 'fonts' | 'nothing';

/** Where the text of a group goes that begins with this word. */
const STREAMS: Readonly<Record<string, Stream>> = {
  ...Object.fromEntries(['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'].map((name) => [name, 'furniture'])),
  ...Object.fromEntries(
    [
      'colortbl', 'stylesheet', 'info', 'pict', 'object', 'objdata', 'fldinst', 'nonshppict', 'shprslt', 'sp', 'listtable',
      'listoverridetable', 'annotation', 'atnid', 'atnauthor', 'bkmkstart', 'bkmkend', 'filetbl', 'revtbl', 'themedata', 'datastore',
      'latentstyles', 'nonesttables', 'xmlnstbl', 'rsidtbl', 'generator', 'pgdsctbl', 'mmathPr', 'xe', 'tc',
    ].map((name) => [name, 'nothing']),
  ),
  fonttbl: 'fonts', footnote: 'footnote', shptxt: 'textbox', shpinst: 'nothing', shpgrp: 'nothing',
}; // prettier-ignore

const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t', line: '\n', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', nestcell: '\t', nestrow: '\n',
  emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005',
}; // prettier-ignore

/** Encodings by the number of a font's character set, and by that of a code page. */
const CHARSETS: Readonly<Record<number, string>> = {
  134: 'gb18030',
  136: 'big5',
  128: 'shift_jis',
  129: 'euc-kr',
};
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};

interface Group {
  stream: Stream;
  font: number;
  /** Bytes that stand for a character behind its \u. */
  fallback: number;
  inTable: boolean;
  level: number | null;
  /** Deleted in a revision, or not to be seen. */
  isHidden: boolean;
  /** Nothing but `\*` or nothing at all has stood in it. */
  isNew: boolean;
  ignorable: boolean;
}

export function readRtf(bytes: Uint8Array): ReadResult {
  const id = documentId(bytes);
  const parts = new RtfReader().read(tokensOf(bytes));
  if (parts === null)
    return refused(diagnose('document-damaged', { format: 'rtf', reason: 'groups too deep' }));
  const document = buildDocument(
    { id, format: 'rtf' },
    withTypedTables(parts.map((part) => ({ ...part, text: cleanText(part.text) }))),
  );
  const empty = document.blocks.length === 0 ? [diagnose('document-without-text', { format: 'rtf' })] : [];
  return { document, diagnostics: empty };
}

class RtfReader {
  #tables = 0;
  readonly #nextTable = (): number => ++this.#tables;
  readonly #flows = {
    body: new Flow('paragraph', this.#nextTable),
    footnote: new Flow('footnote', this.#nextTable),
    textbox: new Flow('textbox', this.#nextTable),
    furniture: new Flow('furniture', this.#nextTable),
  };
  readonly #fonts = new Map<number, number>();
  #page = 'windows-1252';
  #pending: number[] = [];
  #skip = 0;
  #group: Group = {
    stream: 'body',
    font: -1,
    fallback: 1,
    inTable: false,
    level: null,
    isHidden: false,
    isNew: true,
    ignorable: false,
  };
  readonly #stack: Group[] = [];

  read(tokens: Iterable<Token>): readonly Part[] | null {
    for (const token of tokens) {
      if (token.kind === 'byte') this.#byte(token.byte);
      else {
        this.#flush();
        if (token.kind === 'open') {
          if (this.#stack.length >= DEEPEST) return null;
          this.#stack.push(this.#group);
          this.#group = { ...this.#group, isNew: true, ignorable: false };
          this.#skip = 0;
        } else if (token.kind === 'close') this.#close();
        else this.#word(token.name, token.value);
      }
    }
    this.#flush();
    return Object.values(this.#flows).flatMap((flow) => [...flow.parts()]);
  }

  #byte(byte: number): void {
    this.#group.isNew = false;
    if (this.#skip > 0) this.#skip -= 1;
    // pictures are long, and nobody reads them
    else if (this.#isShown()) this.#pending.push(byte);
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Uint8Array.from(this.#pending);
    this.#pending = [];
    this.#write(new TextDecoder(this.#encoding(bytes)).decode(bytes));
  }

  #encoding(bytes: Uint8Array): string {
    if (bytes.every((byte) => byte < 0x80)) return 'windows-1252';
    return CHARSETS[this.#fonts.get(this.#group.font) ?? -1] ?? this.#page;
  }

  #flow(): Flow | null {
    const { stream } = this.#group;
    return stream === 'fonts' || stream === 'nothing' ? null : this.#flows[stream];
  }

  #isShown(): boolean {
    return this.#flow() !== null && !this.#group.isHidden;
  }

  #write(text: string): void {
    if (this.#isShown()) this.#flow()?.append(text);
  }

  #close(): void {
    const left = this.#group;
    this.#group = this.#stack.pop() ?? this.#group;
    // a note, a text box or a header of its own
    if (left.stream !== this.#group.stream && left.stream !== 'fonts' && left.stream !== 'nothing')
      this.#flows[left.stream].endParagraph({ inTable: false, level: null });
    this.#skip = 0;
  }

  #word(name: string, value: number | null): void {
    const group = this.#group;
    if (name === '*') {
      group.ignorable = true;
      return;
    }
    if (group.isNew) {
      group.isNew = false;
      const stream = STREAMS[name];
      if (stream !== undefined && !(group.stream === 'nothing' && stream !== 'textbox'))
        group.stream = stream;
      else if (group.ignorable && name !== 'listtext' && name !== 'pntext') group.stream = 'nothing';
    }
    this.#obey(name, value);
  }

  #obey(name: string, value: number | null): void {
    const group = this.#group;
    if (name === 'u' && value !== null) {
      this.#write(String.fromCharCode(value < 0 ? value + 0x10000 : value));
      this.#skip = group.fallback;
    } else if (name === 'uc') group.fallback = Math.max(0, value ?? 1);
    else if (name === 'f' || name === 'deff') group.font = value ?? -1;
    else if (name === 'fcharset' && group.stream === 'fonts') this.#fonts.set(group.font, value ?? 0);
    else if (name === 'ansicpg') this.#page = CODE_PAGES[value ?? 0] ?? 'windows-1252';
    else if (name === 'par' || name === 'sect' || name === 'page') this.#flow()?.endParagraph(group);
    else if (name === 'pard') Object.assign(group, { inTable: false, level: null });
    else if (name === 'intbl') group.inTable = true;
    else if (name === 'outlinelevel') group.level = value === null || value > 8 ? null : value + 1;
    else if (name === 'cell') this.#flow()?.endCell();
    else if (name === 'row') this.#flow()?.endRow();
    else if (name === 'deleted' || name === 'v') group.isHidden = value !== 0;
    else if (name === 'plain') group.isHidden = false;
    else if (SIGNS[name] !== undefined) this.#write(SIGNS[name]);
  }
}
