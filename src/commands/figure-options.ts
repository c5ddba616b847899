/** What people name figures by on the command line (an indicator, a division, a day) → ids, codes and ISO dates, or a usage error. */
import { say } from '../language/language.js';
import { suggest, type HintWords } from '../ruleset/suggest.js';
import type { Store, StoredIndicator } from '../store/index.js';
import { UsageError } from './usage-error.js';

/** By id or Chinese name. */
export function findIndicator(
  indicators: readonly Pick<StoredIndicator, 'id' | 'name'>[],
  word: string,
): string {
  const found = indicators.find(({ id, name }) => id === word || name === word);
  if (found) return found.id;
  const hint = suggest(
    word,
    indicators.flatMap(({ id, name }) => [id, name]),
    HINTS,
  );
  throw new UsageError(
    say(
      {
        en: '--indicator: the database has no indicator "{word}"',
        zh: '--indicator：数据库中没有指标“{word}”',
      },
      { word },
    ),
    hint,
  );
}

/** A code, or a division's name; a name that several divisions share is refused with their codes. */
export function findRegion(store: Store, word: string): string {
  if (/^\d{6}$/.test(word)) {
    if (store.get('SELECT 1 FROM regions WHERE code = :word', { word })) return word;
    throw new UsageError(
      say(
        {
          en: '--region: there is no division with the code {word}',
          zh: '--region：没有代码为 {word} 的行政区',
        },
        { word },
      ),
    );
  }
  const found = store.all<{ code: string; name: string; above: string | null }>(
    `SELECT r.code, r.name, p.name AS above FROM regions r LEFT JOIN regions p ON p.code = r.parent
     WHERE r.name IN (:word, :word || '省', :word || '市', :word || '县', :word || '区', :word || '自治区') ORDER BY r.code`,
    { word },
  );
  if (found.length === 1) return found[0]!.code;
  if (found.length > 1) {
    const list = found.map(({ code, name, above }) => `${code} ${above ?? ''}${name}`).join(', ');
    throw new UsageError(
      say(
        { en: '--region: several divisions are called {word}', zh: '--region：有多个行政区叫“{word}”' },
        { word },
      ),
      say({ en: 'give the code: {list}', zh: '请填代码：{list}' }, { list }),
    );
  }
  const names = store.all<{ name: string }>('SELECT name FROM regions').map(({ name }) => name);
  throw new UsageError(
    say({ en: '--region: no division is called "{word}"', zh: '--region：没有叫“{word}”的行政区' }, { word }),
    suggest(word, names, HINTS),
  );
}

/** A day, or a month or year, of which `--from` means the first day and `--to` the last. */
export function parseDate(option: '--from' | '--to', text: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined) throw badDate(option, text);
  const first = option === '--from';
  const months = month ?? (first ? '01' : '12');
  const last = new Date(Date.UTC(Number(year), Number(months), 0)).getUTCDate();
  const date = `${year}-${months}-${day ?? (first ? '01' : String(last).padStart(2, '0'))}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) throw badDate(option, text);
  return date;
}

const badDate = (option: string, text: string): UsageError =>
  new UsageError(
    say(
      {
        en: '{option} takes a date as YYYY, YYYY-MM or YYYY-MM-DD, not "{text}"',
        zh: '{option} 须为日期 YYYY、YYYY-MM 或 YYYY-MM-DD，而不是“{text}”',
      },
      { option, text },
    ),
  );

const HINTS: HintWords = {
  nearest: (word) => say({ en: 'did you mean "{word}"?', zh: '是否指“{word}”？' }, { word }),
  known: (list) => say({ en: 'known here: {list}', zh: '现有：{list}' }, { list }),
  inAll: (count) => say({ en: '({count} in all)', zh: '（共 {count} 个）' }, { count }),
};
