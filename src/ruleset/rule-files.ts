/** Takes the rule directories; gives the rule files that are in force, read, with what is wrong with their names. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.js';
import { suggest } from './suggest.js';

/** One rule file; `text` has no byte order mark and its lines end in LF, whatever the disk has. */
export interface RuleFile {
  /** Index of its directory: 0 is the first one given, which must be complete. */
  readonly layer: number;
  /** Path in its directory, with `/`. */
  readonly name: string;
  /** The directory as given, and the name. */
  readonly file: string;
  readonly text: string;
}

const SINGLE_FILES = [
  'confidence.json',
  'exclusions.yml',
  'noise.yml',
  'patterns.yml',
  'regions.tsv',
  'statistics.yml',
  'units.yml',
];
/** Single files that the first directory may do without. */
const OPTIONAL_FILES = ['context.json', 'report-region.json', 'towns.tsv'];
const INDICATORS = 'indicators';

// Takes a.yml, a.yaml, b.json and c.tsv; must not take README.md or .swp.
const DATA_FILE = /\.(?:ya?ml|json|tsv)$/iu;

const fault = (file: string, message: string, hint: string | null): Problem => ({
  file,
  line: 1,
  column: 1,
  message,
  hint,
  excerpt: null,
});

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function listDirectory(path: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    problems.push(fault(path, `the directory cannot be read: ${reasonOf(error)}`, 'check the path'));
    return [];
  }
}

function readText(path: string, problems: Problem[]): string | null {
  try {
    // A pipe would be waited for, and a device has no end.
    if (!statSync(path).isFile()) {
      problems.push(fault(path, 'the file is a folder, a pipe or a device', null));
      return null;
    }
    // The decoder takes the byte order mark away.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return text.replaceAll('\r\n', '\n');
  } catch (error) {
    const encoding = error instanceof TypeError;
    const message = encoding ? 'the file is not UTF-8' : `cannot be read: ${reasonOf(error)}`;
    problems.push(fault(path, message, encoding ? 'save it as UTF-8' : 'check its permissions'));
    return null;
  }
}

/** The names of the rule files in a directory; names that are no rule file's are a problem. */
function namesIn(directory: string, problems: Problem[]): string[] {
  const names: string[] = [];
  for (const entry of listDirectory(directory, problems)) {
    if (entry.isDirectory() && entry.name === INDICATORS) {
      for (const { name } of listDirectory(join(directory, INDICATORS), problems)) {
        if (name.startsWith('.') || !DATA_FILE.test(name)) continue;
        if (name.endsWith('.yml')) names.push(`${INDICATORS}/${name}`);
        else
          problems.push(
            fault(join(directory, INDICATORS, name), 'not an indicator file', 'call it <id>.yml'),
          );
      }
    } else if (SINGLE_FILES.includes(entry.name) || OPTIONAL_FILES.includes(entry.name)) {
      names.push(entry.name);
    } else if (!entry.name.startsWith('.') && (entry.isDirectory() || DATA_FILE.test(entry.name))) {
      const known = suggest(entry.name, [...SINGLE_FILES, ...OPTIONAL_FILES, INDICATORS]);
      const hint = `${known ?? ''} an indicator's file stands in the folder ${INDICATORS}`.trim();
      problems.push(fault(join(directory, entry.name), 'no rule file has this name', hint));
    }
  }
  return names;
}

/**
 * The files of all directories in order of their names, those of the same name in order of the
 * directories. An indicator file of a later directory takes the place of an earlier one of its name.
 */
export function readRuleFiles(directories: readonly string[], problems: Problem[]): RuleFile[] {
  const found = new Map<string, { layer: number; name: string; path: string }>();
  directories.forEach((directory, layer) => {
    const names = namesIn(directory, problems);
    for (const name of names) {
      const key = name.startsWith(`${INDICATORS}/`) ? name : `${name} ${layer}`;
      found.set(key, { layer, name, path: join(directory, name) });
    }
    if (layer > 0 || names.length === 0) return;
    for (const name of SINGLE_FILES) {
      if (!names.includes(name)) problems.push(fault(join(directory, name), 'the file is missing', null));
    }
  });
  const files: RuleFile[] = [];
  for (const { layer, name, path } of found.values()) {
    const text = readText(path, problems);
    if (text !== null) files.push({ layer, name, file: path, text });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.layer - b.layer));
}

/** The first 12 hex digits of a SHA-256 over names and contents; line endings and byte order marks do not count. */
export function versionOf(files: readonly RuleFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(JSON.stringify([name, text]));
  return hash.digest('hex').slice(0, 12);
}
