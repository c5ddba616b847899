/** Takes the text of `rules/regions.tsv`; gives the divisions with their short names made. */
import type { Division } from '../model.js';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly level: Division['level'];
  readonly parent: string | null;
  /** Short names by rule. */
  readonly short: readonly string[];
  readonly written: readonly string[];
  readonly heir: string | null;
  readonly abolished: boolean;
}

const LEVELS = ['province', 'city', 'county'] as const;

// Takes 土家族苗族 (of 印江土家族苗族自治县) and 维吾尔; must not take 乌兰察布.
const PEOPLES =
  /(?:(?:壮|回|藏|彝|白|苗|侗|瑶|土|水|黎|满|怒|羌|畲|傣|佤|土家|蒙古|朝鲜|傈僳|哈尼|纳西|布依|仡佬|仫佬|毛南|拉祜|布朗|景颇|独龙|普米|裕固|保安|东乡|撒拉|达斡尔|各)族|维吾尔|哈萨克族?|柯尔克孜|锡伯|塔吉克|蒙古)+$/u;

// Takes the rank of 淮安市 and 印江土家族苗族自治县; must not take anything of 苏州工业园.
const RANK = /(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|特区|省|市|县|区|盟|旗)$/u;

/** Ranks that are written shorter, too: 印江自治县 is also 印江县. */
const SHORT_RANK: ReadonlyMap<string, readonly string[]> = new Map([
  ['自治县', ['自治县', '县']],
  ['自治旗', ['自治旗', '旗']],
  ['自治州', ['自治州', '州']],
]);

/**
 * Other names of a division, made by rule: without the peoples' names and with its rank shortened or
 * left out (印江土家族苗族自治县 → 印江自治县, 印江县, 印江). What is left never has one character only:
 * 沛县 stays 沛县. 前旗 and its like (科尔沁右翼前旗) and mining districts keep their rank.
 */
export function shortNames(name: string): string[] {
  const rank = RANK.exec(name)?.[1];
  if (rank === undefined || /(?:[左右前后中]|联合)旗$|矿区$/u.test(name)) return [];
  const stem = name.slice(0, -rank.length);
  const withoutPeoples = stem.replace(PEOPLES, '');
  // 东乡族自治县 is named after the people: 东乡 stays.
  const base = withoutPeoples.length < 2 ? stem.replace(/族$/u, '') : withoutPeoples;
  if (base.length < 2) return [];
  const names = (SHORT_RANK.get(rank) ?? []).map((short) => base + short);
  return [...names, base].filter((each) => each !== name);
}

function parseRow(line: string): Row | string {
  const [code = '', name = '', level = '', parent = '', aliases = '', heir = '', ...rest] = line.split('\t');
  if (rest.length > 0) return 'more than six columns';
  if (!/^\d{6}$/u.test(code)) return `code ${code} is not six digits`;
  if (name === '') return `${code} has no name`;
  const known = LEVELS.find((each) => each === level);
  if (known === undefined) return `${code}: level ${level} is none of ${LEVELS.join(', ')}`;
  return {
    code,
    name,
    level: known,
    parent: parent || null,
    short: shortNames(name),
    written: aliases.split(' ').filter(Boolean),
    heir: heir === '-' ? null : heir || null,
    abolished: heir !== '',
  };
}

function readRows(text: string): Row[] {
  const rows: Row[] = [];
  const faults: string[] = [];
  const seen = new Map<string, number>();
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/\r$/u, '');
    if (line === '' || line.startsWith('#')) return;
    const row = parseRow(line);
    if (typeof row === 'string') {
      faults.push(`line ${index + 1}: ${row}`);
      return;
    }
    const earlier = seen.get(row.code);
    if (earlier !== undefined)
      faults.push(`line ${index + 1}: ${row.code} stands already in line ${earlier}`);
    else rows.push(row);
    seen.set(row.code, earlier ?? index + 1);
  });
  for (const row of rows) {
    for (const other of [row.parent, row.heir]) {
      if (other !== null && !seen.has(other))
        faults.push(`${row.code} names ${other}, which is not in the file`);
    }
    if ((row.parent === null) !== (row.level === 'province'))
      faults.push(`${row.code}: a province has no parent, and all others have one`);
  }
  if (faults.length > 0) throw new Error(`regions: ${faults.join('; ')}`);
  return rows;
}

/** Short names that a division of a higher level owns: 吉林 is the province, 承德 the city. */
function ownedAbove(rows: readonly Row[]): ReadonlyMap<string, number> {
  const owned = new Map<string, number>();
  for (const row of rows) {
    const rank = LEVELS.indexOf(row.level);
    for (const name of [row.name, ...row.short]) owned.set(name, Math.min(rank, owned.get(name) ?? rank));
  }
  return owned;
}

/**
 * The divisions of a regions file. Throws one error that lists every faulty line.
 * A county's name without its rank (思南) and a name of two characters (沛县, 城区) are doubtful by rule.
 */
export function parseDivisions(text: string): Division[] {
  const rows = readRows(text);
  const owned = ownedAbove(rows);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  /** The short names of a division and of those above it: 云南 and 昆明 for 盘龙. */
  const shortOf = (code: string | null): string[] => {
    const row = code === null ? undefined : byCode.get(code);
    return row === undefined ? [] : [...row.short.slice(-1), ...shortOf(row.parent)];
  };
  return rows.map((row) => {
    const barred = new Set(row.written.filter((each) => each.startsWith('-')).map((each) => each.slice(1)));
    const marked = row.written.filter((each) => each.startsWith('~')).map((each) => each.slice(1));
    const rank = LEVELS.indexOf(row.level);
    // Nobody writes the bare name of an abolished district for it: 吴江 is 吴江区 today.
    const made = (row.abolished ? [] : row.short).filter(
      (each) => !barred.has(each) && (owned.get(each) ?? rank) >= rank,
    );
    // 金昌 is a word, 甘肃金昌 is the city
    const behind = row.abolished
      ? []
      : row.short
          .filter((each) => barred.has(each))
          .flatMap((each) => shortOf(row.parent).map((above) => `${above}${each}`));
    const plain = row.written.filter((each) => !/^[-~]/u.test(each));
    const aliases = [...new Set([...made, ...behind, ...plain, ...marked])].filter(
      (each) => each !== row.name,
    );
    const doubtful = [row.name, ...aliases].filter(
      (each) =>
        marked.includes(each) ||
        (row.level === 'county' &&
          (each.length === 2 || !/[省市县区州盟旗]$/u.test(each)) &&
          !plain.includes(each) &&
          !behind.includes(each)),
    );
    const { code, name, level, parent, heir } = row;
    return { code, name, aliases, doubtful, parent, level, heir };
  });
}
