/** A cue of the region model → what it means, in the reader's language. */
import { say, type Phrase } from './language.js';

const LINES: Readonly<Record<string, Phrase>> = {
  title: { en: 'the title', zh: '标题' },
  head1: { en: 'the first line', zh: '首行' },
  head2: { en: 'the second line', zh: '第二行' },
  head3: { en: 'a line below that', zh: '其后的行' },
  issuer: { en: 'the signature', zh: '落款' },
  issuers: { en: 'the letterhead', zh: '报头' },
  tail: { en: 'the last lines', zh: '末尾' },
  crumbs: { en: 'the way through the site', zh: '页面导航' },
};

/** What such a line says of the division. */
const IN_LINES: Readonly<Record<string, Phrase>> = {
  '': { en: '{line}: names it', zh: '{line}写明' },
  first: { en: '{line}: names it first', zh: '{line}首先写明' },
  full: { en: '{line}: names it in full', zh: '{line}写全称' },
  body: { en: '{line}: a body of it', zh: '{line}写其机构' },
  dateline: { en: '{line}: datelined there', zh: '{line}电头' },
  below: { en: '{line}: names one in it', zh: '{line}写其下级' },
  above: { en: '{line}: names what holds it', zh: '{line}写其上级' },
  apart: { en: '{line}: names only others', zh: '{line}只写他处' },
  name: { en: '{line}: in another name', zh: '{line}中他名的一部分' },
  destination: { en: '{line}: where one went', zh: '{line}写前往' },
  origin: { en: '{line}: where one came from', zh: '{line}写来自' },
};

const WORDS: Readonly<Record<string, Phrase>> = {
  province: { en: 'a province', zh: '省级' },
  city: { en: 'a city', zh: '地级' },
  county: { en: 'a county', zh: '县级' },
  whole: { en: 'Taiwan, Hong Kong or Macau', zh: '台港澳' },
  'whole-traditional': { en: 'Taiwan, Hong Kong or Macau, in traditional script', zh: '台港澳且为繁体' },
  'own-words': { en: 'words that only that place uses', zh: '当地特有用语' },
  'own-name': { en: 'called its own (本港)', zh: '自称（本港）' },
  'own-name-again': { en: 'called its own again', zh: '多次自称' },
  byname: { en: 'a byname', zh: '别称' },
  rank: { en: 'speaks of its own 省, 市, 县 … of that rank', zh: '自称（全市等）与其级别相符' },
  'rank-half': { en: 'mostly of that rank', zh: '自称多为该级别' },
  'rank-always': { en: 'always of that rank', zh: '自称均为该级别' },
  'rank-half-named': { en: 'mostly of that rank, and named', zh: '自称多为该级别且写明' },
  'rank-half-of-2': { en: 'mostly of that rank, more than once', zh: '多次自称该级别' },
  'rank-half-open': { en: 'mostly of that rank, by a doubtful name', zh: '自称多为该级别而名称存疑' },
  'rank-most-of-3': { en: 'often of that rank', zh: '常自称该级别' },
  'rank-elsewhere': { en: 'only where help went', zh: '仅为援助前往之地' },
  'rank-lone': { en: 'the only one of that rank that is named', zh: '该级别中唯一写明者' },
  'rank-lone-doubtful': {
    en: 'the only one of that rank, by a doubtful name or in other names',
    zh: '该级别中唯一者，名称存疑',
  },
  'rank-never': { en: 'never of that rank', zh: '从不自称该级别' },
  'rank-unlike': { en: 'lies in none of that rank', zh: '不属该级别的任何地区' },
  'rank-above': { en: 'of the rank above it', zh: '自称为其上级' },
  names: { en: 'named', zh: '写明次数' },
  'names-below': { en: 'those in it named', zh: '下级写明次数' },
  'names-apart': { en: 'others named', zh: '他处写明次数' },
  share: { en: 'its share of all names', zh: '占全部地名' },
  'share-below': { en: 'the share of those in it', zh: '下级占全部地名' },
  weight: { en: 'its share of telling names', zh: '占重要地名' },
  'weight-with-below': { en: 'the same with those in it', zh: '连同下级占重要地名' },
  'divisions-below': { en: 'divisions in it named', zh: '写明的下级数' },
  'one-below': { en: 'one in it is named', zh: '只写一个下级' },
  'one-below-more': { en: 'one in it is named far more often', zh: '一个下级写得更多' },
  'more-than-below': { en: 'named more often than any in it', zh: '比下级写得多' },
  'as-below': { en: 'named as often as one in it', zh: '与下级写得一样多' },
  'less-than-below': { en: 'named less often than one in it', zh: '比下级写得少' },
  'more-than-above': { en: 'named more often than what holds it', zh: '比上级写得多' },
  'as-above': { en: 'named as often as what holds it', zh: '与上级写得一样多' },
  'less-than-above': { en: 'named less often than what holds it', zh: '比上级写得少' },
  'above-named': { en: 'what holds it is named', zh: '写明上级' },
  'with-above': { en: 'named beside what holds it', zh: '与上级同时写明' },
  'covers-all': { en: 'holds all that is named', zh: '涵盖全部地名' },
  'lowest-of-all': { en: 'the lowest that holds all that is named', zh: '涵盖全部地名的最低一级' },
  'one-of-parts': { en: 'heads one of several parts', zh: '只是其中一个部分的标题' },
  'holds-parts': { en: 'holds all that head parts', zh: '涵盖各部分标题' },
  bodies: { en: 'bodies of it', zh: '其机构数' },
  body: { en: 'a body of it', zh: '写其机构' },
  acts: { en: 'it does something', zh: '作为主语' },
  first: { en: 'the first that is named', zh: '首先写明' },
  last: { en: 'the last that is named', zh: '最后写明' },
  once: { en: 'named once', zh: '只写一次' },
  spread: { en: 'how far apart its names stand', zh: '名称分布' },
  'full-name': { en: 'by its full name', zh: '写全称' },
  unnamed: { en: 'not named', zh: '未写明' },
  'never-itself': { en: 'never for itself', zh: '从不单独写明' },
  'only-leads': { en: 'only leads to a name behind it', zh: '只作下级名的前缀' },
  'only-part-of-names': { en: 'only in other names', zh: '只见于他名' },
  'part-of-name': { en: 'in other names', zh: '他名的一部分' },
  'name-of-agency': { en: 'the seat of a news agency', zh: '通讯社所在地' },
  'name-of-outlet': { en: 'in an outlet’s name', zh: '媒体名称' },
  'name-of-school': { en: 'in a school’s name', zh: '学校名称' },
  'name-of-other': { en: 'in another name', zh: '其他名称' },
  aside: { en: 'on a line of its own, or in a list', zh: '单独成行或列举' },
  source: { en: 'the page’s source or author', zh: '来源或作者' },
  destination: { en: 'where one went', zh: '前往' },
  origin: { en: 'where one came from', zh: '来自' },
  'come-to': { en: 'behind 到, 走进 …', zh: '在“到、走进”之后' },
  'given-to': { en: 'behind 向, 为 …', zh: '在“向、为”之后' },
  partner: { en: 'behind 与, 联合 …', zh: '在“与、联合”之后' },
  giver: { en: 'a firm or friends from there', zh: '当地企业或人士' },
  visitor: { en: 'visitors from there', zh: '当地来访者' },
  disaster: { en: 'struck by a disaster', zh: '灾区' },
  'open-name-head': { en: 'one of several of that name, in the first lines', zh: '首部有同名地名' },
  'open-name-of-1': { en: 'a name that may be a word', zh: '名称也可能是普通词' },
  'open-name-of-2': { en: 'a name of two divisions', zh: '两地同名' },
  'open-name-of-3': { en: 'a name of three divisions', zh: '三地同名' },
  'open-name-of-4': { en: 'a name of four divisions', zh: '四地同名' },
  'open-name-sure': { en: 'one of several of that name', zh: '同名地名之一' },
  'open-names': { en: 'such names', zh: '此类名称' },
  none: { en: 'no division', zh: '无地区' },
  'none-national': { en: 'speaks of the whole country', zh: '提到全国' },
  'none-blanked': { en: 'names are blanked out', zh: '名称已隐去' },
  'none-rank': { en: 'it speaks of its own division', zh: '自称某级' },
  'none-names': { en: 'names of all divisions', zh: '全部地名数' },
  'none-provinces': { en: 'provinces named', zh: '涉及省份数' },
};

const LEVELS: Readonly<Record<string, Phrase>> = {
  unnamed: { en: 'not named', zh: '未写明' },
  'no-rank': { en: 'the report never speaks of its own division', zh: '报告从不自称' },
  blanked: { en: 'names are blanked out', zh: '名称已隐去' },
};

/** A line's name and what it says: `head1-full`; null where it is none. */
function describeLine(cue: string): string | null {
  const [line = '', ...rest] = cue.split('-');
  const [place, told] = [LINES[line], IN_LINES[rest.join('-')]];
  return place && told ? say(told, { line: say(place) }) : null;
}

/** In words; what is not listed (what stands beside a name) as it is. */
export function describeRegionCue(cue: string): string {
  const [, base = cue, limit = ''] = /^(.*?)([<>]=?[\d.]+)?$/.exec(cue) ?? [];
  const beside = /^(behind|before)-(.+)$/.exec(base);
  if (beside)
    return say(
      beside[1] === 'behind'
        ? { en: '“{word}” behind it', zh: '其后为“{word}”' }
        : { en: '“{word}” in front of it', zh: '其前为“{word}”' },
      { word: beside[2]! },
    );
  const level = /^(unnamed|no-rank|blanked)-(province|city|county)$/.exec(base);
  if (level) return `${say(LEVELS[level[1]!]!)} (${say(WORDS[level[2]!]!)})`;
  const within = /^first<(\d+)$/.exec(cue);
  if (within)
    return say({ en: 'named within {count} characters', zh: '前 {count} 字内写明' }, { count: within[1]! });
  const line = LINES[base.replace(/^none-/, '')];
  if (line && base.startsWith('none-'))
    return say({ en: '{line}: names divisions', zh: '{line}写有地名' }, { line: say(line) });
  const words = WORDS[base];
  const told = words ? say(words) : (describeLine(base) ?? base);
  const share = Number(limit.replace(/[<>=]/g, ''));
  if (limit === '') return told;
  return `${told} ${limit[0] === '<' ? '<' : '≥'} ${share < 1 ? `${100 * share} %` : share}`;
}
