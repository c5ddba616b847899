/** Takes a report's mentions, title and signature; gives the division that the report is about. */
import type { NormalizedSpan, Region } from '../model.js';
import { type DivisionIndex, cityOf, isWithin, lineage, ofRank, rankWord } from './division-index.js';
import { isGivenTo } from './given-to.js';
import {
  type LocatedMention,
  chainEnd,
  chainStart,
  collectEvidence,
  resolveMention,
  startingIn,
} from './located-mentions.js';
import { type SelfWord, ownRank } from './self-words.js';
import { heaviestDivision, type WeighedDivisions, weighMentions } from './weigh-mentions.js';

export interface ReportWords {
  readonly text: string;
  readonly span: NormalizedSpan;
  /** It was written in traditional characters. */
  readonly traditional: boolean;
  readonly index: DivisionIndex;
  /** The report's mentions and self words only. */
  readonly mentions: readonly LocatedMention[];
  readonly selfWords: readonly SelfWord[];
  readonly title: NormalizedSpan | null;
  /** Signature and letterhead lines, the most telling first. */
  readonly issuers: readonly NormalizedSpan[];
  /** The other lines that it opens with: a headline tells more than a sentence of the body, and less than a title. */
  readonly heads: readonly NormalizedSpan[];
}

export interface ReportRegion {
  readonly region: Region;
  /** Codes that the report names beyond doubt; they resolve the doubtful ones. */
  readonly evidence: ReadonlySet<string>;
  /** The title's or signature's division and what it may be, where that can not be told. */
  readonly ambiguous: { readonly name: string; readonly candidates: readonly string[] } | null;
  /** 县 of 保定市XX县, whose region can be no more than 保定市: the rank of the report's own, blanked out division. */
  readonly blankedRank: string | null;
  /** The division that its headline says help went to (驰援甘肃积石山县); null where it says none. */
  readonly receiver: string | null;
}

/** Nothing tells. */
export const NO_REGION: Region = { code: null, name: null, method: 'none' };

// Takes X市, XX县, *市, 某区: a name blanked out; must not take PX区 within a word.
const BLANKED = /(?<![A-Za-z])(?:[XxＸ×]{1,3}|[*＊□]{1,3}|某某?)[省市县区州]/;
// The same directly behind a division that is named: takes XX县 (保定市XX县); must not take 某高校.
const BLANKED_NEXT = /^(?:[XxＸ×]{1,3}|[*＊□]{1,3}|某某?)([市县区州])/;

export function makeRegion(index: DivisionIndex, code: string | null, method: Region['method']): Region {
  const division = code === null ? undefined : index.byCode.get(code);
  return division === undefined ? NO_REGION : { code: division.code, name: division.name, method };
}

// Behind what was visited: takes 调研 (宁德市委到寿宁调研), 考察; must not take 调研报告.
const VISIT = /^[^，。；]{0,12}?(?:调研|考察|指导|检查|督导|视察|慰问)(?!报告|组|总结)/;
const TO_THERE = /(?:[到赴来]|莅临|深入)$/;

/** 宁德市委宣传部到寿宁调研: the place that guests came to, with what follows it, before where they are from. */
function visitedFirst(text: string, mentions: readonly LocatedMention[]): readonly LocatedMention[] {
  const at = mentions.findIndex(
    ({ start, end }) =>
      TO_THERE.test(text.slice(Math.max(0, start - 2), start)) && VISIT.test(text.slice(end, end + 20)),
  );
  return at < 1 ? mentions : [...mentions.slice(at), ...mentions.slice(0, at)];
}

/** A full name of a division that lies in the one that `above` names. */
const isBelow = (index: DivisionIndex, { use, full, code }: LocatedMention, above: LocatedMention): boolean =>
  use === 'subject' &&
  full &&
  code !== null &&
  above.code !== null &&
  code !== above.code &&
  isWithin(index, code, above.code);

// Behind what something is the first of: takes 首个 (陕西省首个), 唯一; must not take 首先.
const FIRST_OF = /^(?:首[个家次届批支座]|唯一|第一)/;

/** Whether the report names divisions elsewhere, again and again and more often than this one. */
function namesAnother({ index, mentions }: ReportWords, { code }: LocatedMention): boolean {
  const known = mentions.filter((each) => each.use !== 'name' && each.code !== null);
  const apart = known.filter(
    (each) => code === null || !(isWithin(index, each.code!, code) || isWithin(index, code, each.code!)),
  ).length;
  return apart >= MANY_NAMES && apart > known.length - apart;
}

// Behind where a giver is from: takes 友人天全义捐 (香港友人天全义捐), 基金会资助; must not take 慈善总会募集.
const GIVER =
  /^[^，。；\s]{0,8}?(?:友人|同胞|乡亲|乡贤|侨胞|侨[商领]|商人|慈善家|基金(?:会)?|爱心人士|企业家|校友|爱心企业)[^，。；\n]{0,24}?(?:捐|资助|助学|助残|赠|援助|献爱心)/;

function regionOfLine(
  words: ReportWords,
  line: NormalizedSpan,
  method: 'title' | 'issuer',
  evidence: ReadonlySet<string>,
): Pick<ReportRegion, 'region' | 'ambiguous'> | null {
  const mentions = visitedFirst(words.text, startingIn(words.mentions, line));
  // a title in book marks is no other document's
  const own = words.text[line.start] === '《' ? ['subject', 'name'] : ['subject'];
  const rank = words.selfWords.length > 1 ? ownRank(words.selfWords) : null;
  const ranked = ({ code }: LocatedMention): boolean =>
    code !== null && rank !== null && ofRank(words.index, code, rank) !== null;
  for (let i = 0; i < mentions.length; i = chainEnd(mentions, i) + 1) {
    if (!own.includes(mentions[i]!.use)) continue;
    // 陕西省首个民间协会在子洲县成立: what it is the first of is not where it is
    const end = mentions[chainEnd(mentions, i)]!.end;
    if (mentions.length > chainEnd(mentions, i) + 1 && FIRST_OF.test(words.text.slice(end, end + 3)))
      continue;
    // 香港友人天全义捐: the report is about whom it is given to, where it names that again and again
    if (
      method === 'title' &&
      GIVER.test(words.text.slice(end, end + 48)) &&
      namesAnother(words, mentions[i]!)
    )
      continue;
    const last = mentions[chainEnd(mentions, i)]!;
    // 黄山防汛见闻录 黄山区：红十字紧急驰援: a short name gives way to one below it on the same line
    const mention = (!last.full && mentions.find((other) => isBelow(words.index, other, last))) || last;
    const others = mentions.flatMap(({ code }) => code ?? []);
    const resolution = resolveMention(mention, [others], evidence, words.index);
    if (resolution.kind === 'none') continue;
    if (resolution.kind === 'division') {
      // 西藏助力黄冈…, and the report speaks of its city
      const other = ranked(last)
        ? undefined
        : mentions.slice(i + 1).find((each) => each.use !== 'name' && ranked(each));
      return { region: makeRegion(words.index, other?.code ?? resolution.code, method), ambiguous: null };
    }
    return { region: NO_REGION, ambiguous: { name: mention.surface, candidates: resolution.candidates } };
  }
  return null;
}

/** Whether the report's first sentence names a division (临沂马拉松10月22日鸣枪开跑。), or one of its first lines a full name. */
function opens(
  { text, mentions, heads }: ReportWords,
  span: NormalizedSpan,
  evidence: ReadonlySet<string>,
): boolean {
  const inHead = heads
    .flatMap((head) => startingIn(mentions, head))
    .some(({ use, code, full }) => use === 'subject' && code !== null && full);
  if (inHead) return true;
  const first = mentions.find(
    ({ use, code, candidates }) =>
      use === 'subject' && (code !== null || (candidates.length === 1 && evidence.has(candidates[0]!))),
  );
  return first !== undefined && !text.slice(span.start, first.start).includes('。');
}

// Takes 全港, 本澳: of what a report says this, it is from there.
const OWN_NAME = /^[全本][港澳]$/;

// In front of a place: takes 在 (在温岭), 日 (8日温岭), 们 (咱们虎林); must not take 的.
const PLACED = /(?:^|[在到赴于抵日们年\d，。：“\s])$/;
// Behind what is no county's name: takes 口 (九龙口); must not take 市.
const OTHER_PLACE = /^[口山河湖岛镇乡村街]/;

// Takes 司法局, 团委, 人民政府; must not take 人民.
const OFFICE =
  /^(?:[\p{Script=Han}]{1,5}?局|[团区县市]?委(?!托)|人民政府|政府|红十字会|慈善总?会|妇联|残联|总工会|文明办)/u;

/** Short names of counties in the first lines, where a place can stand and no other word. */
function placedNames({ text, mentions, heads, title }: ReportWords): string[] {
  if (title !== null && startingIn(mentions, title).some(({ code }) => code !== null)) return [];
  return [...(title === null ? [] : [title]), ...heads]
    .flatMap((head) => startingIn(mentions, head))
    .filter(
      ({ surface, use, doubtful, candidates, start, end }) =>
        use !== 'name' &&
        doubtful &&
        !OWN_NAME.test(surface) &&
        candidates.length === 1 &&
        PLACED.test(text.slice(Math.max(0, start - 1), start)) &&
        !OTHER_PLACE.test(text.slice(end, end + 1)),
    )
    .map(({ candidates }) => candidates[0]!);
}

// Takes 举行 (市南区举行了活动), 组织; must not take 的.
const ACTS = /^(?:举行|召开|组织|开展|启动|举办|成立)/;

/** 解放区司法局: a name that is a word, too, where a body of the division follows, or what it does. */
const namesOfBodies = ({ text, mentions }: ReportWords): string[] =>
  mentions
    .filter(
      ({ use, doubtful, full, candidates, end }) =>
        use === 'subject' &&
        doubtful &&
        full &&
        candidates.length === 1 &&
        (OFFICE.test(text.slice(end, end + 8)) || ACTS.test(text.slice(end, end + 4))),
    )
    .map(({ candidates }) => candidates[0]!);

/** The first division that a blanked out name goes on from, and the rank of that name. */
function findBlankedPart({ text, mentions }: ReportWords): { code: string; rank: string } | null {
  for (const { code, use, end } of mentions) {
    const rank = use === 'subject' ? BLANKED_NEXT.exec(text.slice(end, end + 4))?.[1] : undefined;
    if (rank !== undefined && code !== null) return { code, rank };
  }
  return null;
}

/** Names of one division, from which on it is the report's, though the report once speaks of another rank's (全省). */
const MANY_NAMES = 3;
/** The share of all that is named that they must have. */
const LEAST_SHARE = 0.5;

// In front of a line's subject: takes 2024年，, 连日来，; must not take 在.
const BEFORE_SUBJECT = /^(?:[^，。]{0,10}，)?$/;

/** The division whose body is the subject of one of the first lines: 2024年，襄州区慈善总会…. */
function openingBody({ text, mentions, heads }: ReportWords): string | null {
  for (const [i, head] of heads.entries()) {
    const [first] = startingIn(mentions, head);
    if (first === undefined || first.use !== 'subject' || first.code === null || !first.full) continue;
    if (!BEFORE_SUBJECT.test(text.slice(head.start, first.start))) continue;
    const acts = i === 0 && ACTS.test(text.slice(first.end, first.end + 4));
    if (acts || OFFICE.test(text.slice(first.end, first.end + 8))) return first.code;
  }
  return null;
}

/** The rank that the report calls its own; a word that comes once says less than a lower division's name that comes often. */
function rankMeant(words: ReportWords, { named, total }: WeighedDivisions): string | null {
  const { selfWords, index } = words;
  const rank = ownRank(selfWords);
  if (rank === null) return rank;
  const opening = openingBody(words);
  if (opening !== null) {
    const above = ofRank(index, opening, rank);
    if (above !== null && above !== opening) return rankWord(index.byCode.get(opening)!);
  }
  if (selfWords.length !== 1) return rank;
  const often = [...named].some(([code, weight]) => {
    const above = weight >= MANY_NAMES && weight >= LEAST_SHARE * total ? ofRank(index, code, rank) : null;
    return above !== null && above !== code;
  });
  return often ? null : rank;
}

function regionOfBody(
  words: ReportWords,
  span: NormalizedSpan,
  codes: readonly string[],
  evidence: ReadonlySet<string>,
): Region {
  const { index, text, mentions, heads } = words;
  const named = mentions.find(
    ({ surface, candidates }) => OWN_NAME.test(surface) && codes.includes(candidates[0]!),
  );
  if (named !== undefined) return makeRegion(index, named.candidates[0]!, 'report');
  const weighed = weighMentions(text, mentions, evidence, heads, index);
  const rank = rankMeant(words, weighed);
  const most = heaviestDivision(weighed, rank, index);
  if (most === null) return NO_REGION;
  const blanked = BLANKED.test(text.slice(span.start, span.end));
  const division = index.byCode.get(most)!;
  // the report's own name is blanked out, so a county that it names is one below it
  const code = blanked && division.level === 'county' ? division.parent! : division.code;
  const own = index.byCode.get(code)!;
  // counties that all lie in one city tell the city; cities that all lie in one province tell nothing
  if (!weighed.named.has(code) && own.level === 'province' && rank === null) {
    // 红安县…, and 武汉 some times: none of them has nearly all that speaks for the province
    const [first, second, ...others] = [...weighed.named]
      .filter(([each]) => isWithin(index, each, code))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const opening = heads.flatMap((head) => startingIn(mentions, head)).find(({ use }) => use === 'subject');
    if (
      others.length === 0 &&
      first !== undefined &&
      opening?.code === first[0] &&
      first[1] > (second?.[1] ?? 0)
    )
      return makeRegion(index, first[0], 'report');
  }
  if (!weighed.named.has(code)) {
    const inferable = own.level === 'city' || rankWord(own) === '市' || rankWord(own) === rank;
    return inferable && (blanked || rank !== null || weighed.count > 1)
      ? makeRegion(index, code, 'inferred')
      : NO_REGION;
  }
  return rank === null && weighed.count < 2 && !opens(words, span, evidence)
    ? NO_REGION
    : makeRegion(index, code, 'report');
}

// Takes 理工大学 (南京理工大学), 医学院; must not take 大学生.
const SCHOOL = /^[\p{Script=Han}]{0,8}?(?:大学(?!生)|学院)/u;

/** The division that a school's name carries, where the school's own report tells no other: in a title or signature, or named again and again. */
function regionOfSchool(words: ReportWords, lines: readonly NormalizedSpan[]): Region {
  const { text, index, mentions } = words;
  const schools = (of: readonly LocatedMention[]): string[] =>
    of.flatMap(({ use, code, start, end }) =>
      use === 'name' && code !== null && text[start - 1] !== '在' && SCHOOL.test(text.slice(end, end + 12))
        ? [code]
        : [],
    );
  for (const line of lines) {
    const [code] = schools(startingIn(mentions, line));
    if (code !== undefined) return makeRegion(index, code, 'title');
  }
  const all = schools(mentions);
  const told = all.length > 1 && new Set(all).size === 1;
  return told ? makeRegion(index, all[0]!, 'inferred') : NO_REGION;
}

// Behind a name that tells where a report is from, though it stands in a title or in a page's own lines: takes 红十字会
// (《浙江省红十字会2014年专报》), 新闻网, 日报; must not take 路.
const TELLING =
  /^[省市县区州]?(?:红十字会|慈善总?会|团委|妇联|总工会|残联|文明办|志愿者协会|新闻网|[日晚]报|电视台|广播|融媒|发布|文明网|政府|报[道导]|讯)/;

/** “情暖璧山” in a report that says 我区 again and again: the only name in it of a division of that rank. */
function regionOfLoneName({ text, span, index, mentions, selfWords }: ReportWords): Region {
  const rank = ownRank(selfWords);
  if (rank === null || selfWords.length < 2 || BLANKED.test(text.slice(span.start, span.end)))
    return NO_REGION;
  const codes = new Set(
    mentions.flatMap(({ candidates }) =>
      candidates.filter((code) => rankWord(index.byCode.get(code)!) === rank && candidates.length === 1),
    ),
  );
  const [only] = codes;
  return codes.size === 1 ? makeRegion(index, only!, 'inferred') : NO_REGION;
}

/** Counties of a city that are named together, from which on their short names are no other words. */
const LEAST_COUNTIES = 3;

/** 册亨、贞丰、望谟等 in a report that says 我州: short names of counties that all lie in one division of that rank. */
function regionOfCounties({ index, mentions, selfWords }: ReportWords): Region {
  const rank = ownRank(selfWords);
  if (rank === null || mentions.some(({ use, code }) => use === 'subject' && code !== null)) return NO_REGION;
  const counties = new Set(
    mentions.flatMap(({ use, candidates }) =>
      use === 'subject' && candidates.length === 1 ? candidates : [],
    ),
  );
  const above = new Set([...counties].map((code) => ofRank(index, code, rank)));
  const [only] = above;
  return counties.size >= LEAST_COUNTIES && above.size === 1 && only != null
    ? makeRegion(index, only, 'inferred')
    : NO_REGION;
}

/** “上海发布”去年…，市政府办公厅…: names of other things that all hold one division, in a report of that rank. */
function regionOfNames({ text, index, mentions, selfWords }: ReportWords): Region {
  const rank = ownRank(selfWords);
  if (rank === null) return NO_REGION;
  const named = mentions.flatMap(({ code }) => code ?? []);
  const known = mentions.flatMap(({ code, candidates, end }) => {
    // 云上嘉鱼报道, and 龙子湖 where 蚌埠 is named: short names that other words are cut from, too
    const [only] = candidates;
    const told =
      candidates.length === 1 &&
      (TELLING.test(text.slice(end, end + 8)) || named.some((above) => isWithin(index, only!, above)));
    const of = code ?? (told ? only! : null);
    return of === null ? [] : [{ code: of, end }];
  });
  // “旬阳县巾帼志愿服务总队” where the report speaks of its county and names no other
  const whole = mentions.find(
    ({ code, full }) => full && code !== null && rankWord(index.byCode.get(code)!) === rank,
  );
  const lone = whole?.code ?? null;
  if (lone !== null && named.every((code) => isWithin(index, code, lone) || isWithin(index, lone, code)))
    return makeRegion(index, lone, 'inferred');
  const ofItself = known.filter(({ code }) => rankWord(index.byCode.get(code)!) === rank);
  const names = ofItself.length > 0 ? ofItself : known;
  const [code, ...others] = new Set(names.map((mention) => mention.code));
  if (code === undefined || others.length > 0) return NO_REGION;
  const telling = names.some(({ end }) => TELLING.test(text.slice(end, end + 8)));
  const around = known.length > 1 && known.every((one) => isWithin(index, one.code, code));
  if (names.length < 2 && !telling && !around) return NO_REGION;
  const ranked = ofRank(index, code, rank);
  return ranked === null ? NO_REGION : makeRegion(index, ranked, 'inferred');
}

/** What provinces and cities are called besides their names, with their codes; what several are called is left out. */
const BYNAMES: readonly (readonly [RegExp, string])[] = [
  [/陇原/, '620000'],
  [/三秦(?:大地|儿女)/, '610000'],
  [/燕赵/, '130000'],
  [/齐鲁(?:大地|儿女)/, '370000'],
  [/三晋(?:大地|儿女)/, '140000'],
  [/荆楚(?:大地|儿女)/, '420000'],
  [/三湘(?:大地|儿女)|潇湘大地|三湘四水/, '430000'],
  [/八闽/, '350000'],
  [/八桂/, '450000'],
  [/赣鄱/, '360000'],
  [/黔中大地|多彩贵州/, '520000'],
  [/巴渝大地/, '500000'],
  [/江淮大地/, '340000'],
  [/中原大地/, '410000'],
  [/琼州大地/, '460000'],
  [/龙江大地/, '230000'],
  [/塞上江南/, '640000'],
  [/雪域高原/, '540000'],
  [/天山南北/, '650000'],
  [/申城/, '310000'],
  [/羊城/, '440100'],
  [/鹏城/, '440300'],
  [/蓉城/, '510100'],
  [/冰城/, '230100'],
  [/鹭岛/, '350200'],
  [/榕城/, '350100'],
  [/甬城/, '330200'],
  [/邕城/, '450100'],
  [/泉城/, '370100'],
];

/** 全省 … “情暖陇原”: a byname, where the report speaks of a division of its rank and names none. */
function regionOfByname({ text, span, index, mentions, selfWords }: ReportWords): Region {
  const rank = ownRank(selfWords);
  if (rank === null || mentions.some(({ use, code }) => use !== 'name' && code !== null)) return NO_REGION;
  const words = text.slice(span.start, span.end);
  const ranked = (code: string): boolean =>
    rankWord(index.byCode.get(code)!) === rank || (rank === '省' && code.endsWith('0000'));
  const named = BYNAMES.filter(([byname, code]) => ranked(code) && byname.test(words));
  return named.length === 1 ? makeRegion(index, named[0]![1], 'inferred') : NO_REGION;
}

/*
 * What only one place calls its money, its years, its offices or itself, or says at all.
 * Takes 澳门元, 本澳, 社工局; 港币, 社署, 啲; 新台币, 民国112年, 区公所; must not take 美元.
 */
const OWN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/澳[门門][币元]|澳币|本澳|全澳|街总|澳门护|社工局|社会工作局|教青局|街坊总会|治安警察局/, '820000'], // names of divisions keep their script
  [
    /新台币|台币|民国1\d\d年|(?<!\d)1[01]\d年(?:度|\d{1,2}月|[上下]半年|暑期|暑假|寒假)|[区乡镇]公所|里长|里民|卫福部|国军/,
    '710000',
  ],
  [
    /港[币元]|本港(?!台)|全港|社署|社会福利署|食环署|房[屋署]署|康文署|区议[会员]|港铁|屋邨|[嘅咗喺啲冇哋]/,
    '810000',
  ],
];

/** A report in traditional characters that names no division, by the words that only Taiwan, Hong Kong or Macau use. */
function regionOfCurrency({ text, index, span, mentions, traditional }: ReportWords): Region {
  const elsewhere = new Set(
    mentions.flatMap(({ use, code }) =>
      use !== 'name' && code !== null && !code.endsWith('0000') ? [cityOf(index, code)] : [],
    ),
  );
  if (!traditional || elsewhere.size > 1) return NO_REGION;
  const words = text.slice(span.start, span.end);
  const code = OWN_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return makeRegion(index, code, 'inferred');
}

function firstKnown(sources: readonly (() => Region)[]): Region {
  for (const source of sources) {
    const region = source();
    if (region.code !== null) return region;
  }
  return NO_REGION;
}

// In front of where help goes to, and not people on a visit: takes 驰援, 发往, 送达; must not take 前往.
const HELPED =
  /(?:支[援持]|驰援|增援|援助|帮扶|结对|逆行|发往|运[往抵到至]|寄往|捐往|送[往抵达至]|调往)[^，。；\s]{0,10}$/;

/** 云南民政紧急向昭通灾区调拨救灾物资: the division that a line says is given to. */
function givenIn({ text, mentions }: ReportWords, line: readonly LocatedMention[]): string | null {
  const given = line.find((mention) => {
    const at = mentions.indexOf(mention);
    return mention.use === 'subject' && mention.code !== null &&
      isGivenTo(text, mention, mentions[chainStart(mentions, at)]!.start); // prettier-ignore
  });
  return given?.code ?? null;
}

/** Where help or people went to, by the title or the first lines; `region` is where the report is from. */
function findReceiver(words: ReportWords, evidence: ReadonlySet<string>, region: Region): string | null {
  const { text, index, mentions, title, heads } = words;
  for (const line of [...(title === null ? [] : [title]), ...heads]) {
    const there = startingIn(mentions, line);
    const first = there.findIndex(({ use }) => use === 'destination');
    if (first < 0) {
      const given = line === title ? givenIn(words, there) : null;
      if (given !== null) return given;
      continue;
    }
    const resolution = resolveMention(there[chainEnd(there, first)]!, [], evidence, index);
    if (resolution.kind !== 'division') continue;
    // 前往泾阳县走访 in a report of its city is a visit, and 驰援泾阳县 help
    const { start } = there[first]!;
    const visit = region.code !== null && isWithin(index, resolution.code, region.code);
    if (!visit || HELPED.test(text.slice(Math.max(0, start - 14), start))) return resolution.code;
  }
  return null;
}

/** What an issuer's name says of the report: its division, or the one in it whose body the report opens with. */
function issuerOf(words: ReportWords, region: Region): Region {
  const opening = openingBody(words);
  if (opening !== null && opening !== region.code && isWithin(words.index, opening, region.code!))
    return makeRegion(words.index, opening, 'report');
  return ownOf(words, region);
}

/** The site of 汕尾市人民政府 over a report that says 全县 and names 海丰县 again and again: the latter's. */
function ownOf({ index, mentions, selfWords }: ReportWords, region: Region): Region {
  const rank = ownRank(selfWords);
  if (rank === null || rankWord(index.byCode.get(region.code!)!) === rank) return region;
  const codes = mentions.flatMap(({ use, code }) => (use === 'subject' && code !== null ? [code] : []));
  const below = codes.filter(
    (code) => rankWord(index.byCode.get(code)!) === rank && isWithin(index, code, region.code!),
  );
  const [only, ...others] = new Set(below);
  return only !== undefined && others.length === 0 && below.length >= MANY_NAMES
    ? makeRegion(index, only, 'report')
    : region;
}

// In front of one place of several: takes 前往, 联合 (联合呼和浩特市民政局); must not take 驰援.
const ONE_PLACE = /(?:前往|[赴到]|走进|深入|联合|会同|[与和])$/;
// Behind where something was held: takes 召开 (在贵阳召开); must not take 各地召开的.
const HELD = /^市?(?:召开|举行|举办|落幕|闭幕|开幕|启动|发布)/;

/** Whether a name, or the chain that leads to it, only says where something was held, went to, or took part. */
function isOnePlace({ text, mentions }: ReportWords, mention: LocatedMention): boolean {
  const { start } = mentions[chainStart(mentions, mentions.indexOf(mention))]!;
  const before = text.slice(Math.max(0, start - 2), start);
  return (
    ONE_PLACE.test(before) || (before.endsWith('在') && HELD.test(text.slice(mention.end, mention.end + 4)))
  );
}

// What a body's own report is called: takes 工作汇报, 简报; must not take 情况下.
const OWN_REPORT = /(?:汇报|报告|总结|简报|通报|战报|快报|公报|小结)/;

/** Whether title or signature are those of a body of the division, or of its report. */
function reportsItself({ text, mentions, title, issuers }: ReportWords, code: string): boolean {
  const lines = [...(title === null ? [] : [title]), ...issuers];
  return lines.some((line) =>
    startingIn(mentions, line).some(
      (mention) =>
        mention.code === code &&
        (OFFICE.test(text.slice(mention.end, mention.end + 8)) ||
          (line === title && OWN_REPORT.test(text.slice(mention.end, line.end)))),
    ),
  );
}

/** 福建精神文明建设 over a report that names 永定县 in its first lines and nothing else in the province: what holds all that is named below. */
function onlyBelow(words: ReportWords, region: Region): Region {
  const { index, mentions, selfWords, heads, title } = words;
  const of = region.code === null ? undefined : index.byCode.get(region.code);
  if (of === undefined || of.level === 'county') return region;
  if (selfWords.some(({ rank }) => rank === rankWord(of)) || reportsItself(words, of.code)) return region;
  const isBelow = (code: string): boolean => code !== of.code && isWithin(index, code, of.code);
  const below = mentions.filter(
    ({ use, code, doubtful }) => use !== 'name' && !doubtful && code !== null && isBelow(code),
  );
  const [first] = below;
  const starts = [...(title === null ? [] : [title]), ...heads];
  if (first === undefined || !starts.some(({ start, end }) => start <= first.start && first.start < end))
    return region;
  // 海口市 leads to 琼山区, and says nothing for itself there
  const itself = mentions.filter(
    ({ use, code, end }, i) => use === 'subject' && code === of.code && mentions[i + 1]?.start !== end,
  );
  if (itself.length > below.length || isOnePlace(words, first)) return region;
  const codes = [...new Set(below.map(({ code }) => code!))];
  const shared = lineage(index, codes[0]!).find(({ code }) =>
    codes.every((each) => isWithin(index, each, code)),
  );
  return shared === undefined || !isBelow(shared.code) ? region : makeRegion(index, shared.code, 'report');
}

export function findReportRegion(words: ReportWords): ReportRegion {
  const own = findOwnRegion(words);
  const found = { ...own, region: onlyBelow(words, own.region) };
  return { ...found, receiver: findReceiver(words, found.evidence, found.region) };
}

/** Hong Kong or Macau, where the report calls it its own more than once: 本澳, 全港. */
function ownName({ mentions }: ReportWords): string | null {
  const own = mentions
    .filter(({ surface }) => OWN_NAME.test(surface))
    .map(({ candidates }) => candidates[0]!);
  return own.length > 1 && new Set(own).size === 1 ? own[0]! : null;
}

/** Title, then signature and letterhead, then what the body names most. */
function findOwnRegion(words: ReportWords): Omit<ReportRegion, 'receiver'> {
  const { index, span } = words;
  const codes = words.mentions.filter(({ use }) => use === 'subject').flatMap(({ code }) => code ?? []);
  // where people went to is told as surely: 驰援河南 …, 在卫辉
  const visited = words.mentions.filter(({ use }) => use === 'destination').flatMap(({ code }) => code ?? []);
  const known = [...codes, ...visited];
  // 在温岭城南镇登陆: a short name that could be cut from other words, where it opens the report
  const evidence = collectEvidence([...known, ...placedNames(words), ...namesOfBodies(words)], index);
  const lines: readonly (readonly [NormalizedSpan, 'title' | 'issuer'])[] = [
    ...(words.title === null ? [] : [[words.title, 'title'] as const]),
    ...words.issuers.map((line) => [line, 'issuer'] as const),
  ];
  const rest = { evidence, blankedRank: null };
  const said = ownName(words);
  if (said !== null) return { ...rest, region: makeRegion(index, said, 'report'), ambiguous: null };
  let ambiguous: ReportRegion['ambiguous'] = null;
  for (const [line, method] of lines) {
    const found = regionOfLine(words, line, method, evidence);
    if (found === null) continue;
    // 鼓楼区 in the title, 南京市 in the signature
    const known =
      ambiguous?.candidates.filter((code) => isWithin(index, code, found.region.code ?? '')) ?? [];
    if (known.length === 1)
      return { ...rest, region: makeRegion(index, known[0]!, 'title'), ambiguous: null };
    if (ambiguous === null && found.region.code !== null)
      return {
        ...rest,
        ...found,
        region: method === 'issuer' ? issuerOf(words, found.region) : found.region,
      };
    ambiguous ??= found.ambiguous;
  }
  if (ambiguous !== null) return { ...rest, region: NO_REGION, ambiguous };
  const part = findBlankedPart(words);
  if (part === null) {
    const found = firstKnown([
      () => regionOfBody(words, span, codes, evidence),
      () => regionOfSchool(words, lines.map(([line]) => line)), // prettier-ignore
      () => regionOfNames(words),
      () => regionOfCounties(words),
      () => regionOfLoneName(words),
      () => regionOfByname(words),
      () => regionOfCurrency(words),
    ]);
    return { ...rest, region: found, ambiguous: null };
  }
  const region = makeRegion(index, part.code, 'inferred');
  return { ...rest, region, ambiguous: null, blankedRank: part.rank };
}
