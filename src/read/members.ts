/** Takes the bytes of a file; gives the files inside it, those inside of them too, and the bytes of one of them. */
import { diagnose } from '../diagnostics.js';
import type { Diagnostic } from '../model.js';
import type { Member, ReadLimits } from './reader.js';
import { containerOf } from './registry.js';
import { signOfLife } from './sign-of-life.js';
import { zipDiagnosis } from './zip.js';

/** Where a file stands inside another: the names that lead to it, from the outermost file inwards. */
export type MemberPath = readonly string[];

/** Where a file is: at a path, or inside of the file there. */
export interface FilePlace {
  readonly path: string;
  /** Empty where it is the file at `path`. */
  readonly member: MemberPath;
}

/** The name by which a file at a place is known: its own, not that of the file around it. */
export const nameOf = ({ path, member }: FilePlace): string => member.at(-1) ?? path;

export interface FoundMember {
  readonly path: MemberPath;
  /** Its bytes, or why they are not to be had. */
  readonly content: Uint8Array | Diagnostic;
}

/** So many files may be packed into one another. */
const DEEPEST = 4;
/** So many files may be inside one, on all levels together. */
const MOST = 10_000;

/** What is left to be spent on the files inside one, on all levels together. */
interface Budget {
  files: number;
  bytes: number;
}

/**
 * The files inside a file, each before those inside of it; none where it is no container, or cannot be opened (its
 * reader says why). What is beyond the limits comes with a diagnostic in place of its bytes.
 */
export async function* membersWithin(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits,
): AsyncGenerator<FoundMember, void, undefined> {
  yield* walk(bytes, name, [], limits, { files: MOST, bytes: limits.unpackedBytes });
}

async function* walk(
  bytes: Uint8Array,
  name: string,
  above: MemberPath,
  limits: ReadLimits,
  budget: Budget,
): AsyncGenerator<FoundMember, void, undefined> {
  for (const member of await membersOf(bytes, name, limits)) {
    signOfLife();
    const path = [...above, member.name];
    const content = take(member, path, budget);
    yield { path, content };
    if (budget.files < 0) return;
    if (content instanceof Uint8Array) yield* walk(content, member.name, path, limits, budget);
  }
}

async function membersOf(bytes: Uint8Array, name: string, limits: ReadLimits): Promise<readonly Member[]> {
  const container = containerOf(bytes, name);
  if (!container) return [];
  try {
    return withOwnNames(await container.members(bytes, limits));
  } catch {
    return [];
  }
}

function take(member: Member, path: MemberPath, budget: Budget): Uint8Array | Diagnostic {
  budget.files -= 1;
  if (budget.files < 0)
    return diagnose('document-too-large', { reason: `the file holds more than ${MOST} files` });
  if (path.length > DEEPEST) return diagnose('document-nested', { depth: DEEPEST });
  try {
    const content = member.read();
    budget.bytes -= content.length;
    if (budget.bytes >= 0) return content;
    return diagnose('document-too-large', {
      reason: 'the files that it stands among are too large together',
    });
  } catch (error) {
    return zipDiagnosis(error, 'zip');
  }
}

/** The files inside one, by name, and the name that leads to it. */
interface Level {
  readonly step: string;
  readonly members: ReadonlyMap<string, Member>;
}

/** A file that holds others. The way to what was asked for last stays open: what is asked for next is mostly beside it. */
export class OpenFile {
  /** From the outermost file inwards. */
  #way: Level[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly name: string,
    private readonly limits: ReadLimits,
  ) {}

  /**
   * The bytes of a file inside; null where it is not there. Throws `ZipError` where it is damaged.
   * @param path as `membersWithin` gives it
   */
  async bytesAt(path: MemberPath): Promise<Uint8Array | null> {
    let [name, read] = [this.name, () => this.bytes];
    for (const [depth, step] of path.entries()) {
      const member = (await this.#open(depth, name, read)).get(step);
      if (!member) return null;
      [name, read] = [step, () => member.read()];
    }
    return read();
  }

  async #open(depth: number, step: string, read: () => Uint8Array): Promise<ReadonlyMap<string, Member>> {
    const open = this.#way[depth];
    if (open?.step === step) return open.members;
    const members = new Map(
      (await membersOf(read(), step, this.limits)).map((member) => [member.name, member]),
    );
    this.#way = [...this.#way.slice(0, depth), { step, members }];
    return members;
  }
}

/**
 * The path inside a file that a name with `/` in it stands for, as it is shown: `一季度.zip/附件.eml/汇报.docx`. Null where no
 * file inside has that name.
 */
export async function memberNamed(
  bytes: Uint8Array,
  name: string,
  shown: string,
  limits: ReadLimits,
): Promise<MemberPath | null> {
  for await (const { path } of membersWithin(bytes, name, limits)) if (path.join('/') === shown) return path;
  return null;
}

// takes a control character and marks that turn the direction of text, not a letter or a blank
const UNSHOWN = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A name without `..`, leading slashes and drive letters: it is shown beside the names of real files. */
function ownName(name: string): string {
  const steps = name
    .replace(UNSHOWN, ' ')
    .split('/')
    .map((step) => step.trim())
    .filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps.join('/') || '(no name)';
}

function withOwnNames(members: readonly Member[]): Member[] {
  const used = new Set<string>();
  return members.map((member) => {
    const own = ownName(member.name);
    let name = own;
    for (let number = 2; used.has(name); number += 1) name = `${own} (${number})`;
    used.add(name);
    return { name, read: () => member.read() };
  });
}
