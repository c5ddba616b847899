/** A report as data in; out its text: title, sentences with their numbers, noise, in simplified or traditional characters. */
import { Converter } from 'opencc-js/cn2t';
import { Converter as Simplifier } from 'opencc-js/t2cn';
import { inDigits } from './numbers.mjs';
import { ASIDES, CHROME, HEADINGS, ISSUERS, OPENINGS, PLANS, TOPICS } from './phrases.mjs';

const toTraditional = Converter({ from: 'cn', to: 't' });
const toSimplified = Simplifier({ from: 't', to: 'cn' });
/** 浚縣 is written with 浚 too, which a converter makes 濬. */
const survives = (name) => toSimplified(toTraditional(name)) === name;

/** How a report looks, drawn once, so that a repost has the same sentences. */
export function drawLook(random) {
  return {
    traditional: random.chance(0.12),
    fullWidth: random.chance(0.15),
    topic: random.pick(TOPICS),
    issuer: random.pick(ISSUERS),
    opening: random.pick(OPENINGS),
    plan: random.pick(PLANS),
    asides: random.shuffle(ASIDES).slice(0, random.between(1, 2)),
    headings: random.shuffle(HEADINGS).slice(0, 2),
    dateFirst: random.chance(0.3),
    pages: random.chance(0.3),
    telephone: random.chance(0.3),
    numbers: { few: random.between(20, 60), many: random.between(11, 60) * 100, huge: random.between(3, 30) * 1e4 },
  };
} // prettier-ignore

/** @returns {string} */
export function writeReport(random, report, look) {
  const { region, statements, asOf, date, repostOf } = report;
  const place = nameOf(region);
  const w = region.division.name.at(-1);
  const fill = (text) =>
    text
      .replaceAll('{w}', w)
      .replaceAll('{place}', place)
      .replace(/\{(few|many|huge)\}/g, (_, size) => inDigits(look.numbers[size]));
  const [first, second] = paragraphs(statements, asOf, w);
  const signature = [`${place}${look.issuer}`, inChinese(date)];
  const lines = [
    `${place}${look.topic}`,
    ...(look.dateFirst ? [`（${inChinese(date)}）`] : []),
    fill(look.opening),
    `一、${look.headings[0]}`,
    first,
    look.asides[0],
    ...(look.pages ? ['— 1 —'] : []),
    ...(second ? [`二、${look.headings[1]}`, second, ...look.asides.slice(1)] : []),
    fill(look.plan),
    ...(look.dateFirst ? signature.slice(0, 1) : signature),
    ...(look.telephone ? [`（联系电话：0${look.numbers.few + 300}-${look.numbers.many}118）`] : []),
    ...(look.pages ? ['— 2 —'] : []),
  ];
  if (repostOf) {
    lines[0] = fill(random.pick(CHROME.titles));
    lines.unshift(...random.shuffle(CHROME.before).slice(0, 2).map(fill));
    lines.push(...random.shuffle(CHROME.after).slice(0, 3));
  }
  const names = statements.flatMap(({ parts }) => parts.map((part) => part.region.division.name));
  const traditional = look.traditional && [place, ...names].every(survives);
  return inScript(`${lines.join('\n')}\n`, { ...look, traditional });
}

/** 县级市 stand without their city. */
export function nameOf({ division, above }) {
  if (division.level === 'county' && !division.name.endsWith('市')) return `${above.division.name}${division.name}`;
  return division.name;
} // prettier-ignore

/** All that is stated, in one or two paragraphs; the day is said where each begins. */
function paragraphs(statements, asOf, w) {
  const half = statements.length > 3 ? Math.ceil(statements.length / 2) : statements.length;
  return [statements.slice(0, half), statements.slice(half)]
    .filter((group) => group.length > 0)
    .map((group) => group.map((each, i) => sentenceOf(each, i === 0 ? asOf : null, w)).join(''));
}

/** @param asOf null: the day goes on from the sentence before */
function sentenceOf({ sentence, written, parts }, asOf, w) {
  const [, month, day] = asOf?.split('-').map(Number) ?? [];
  const till = asOf ? `截至${month}月${day}日，` : '';
  const own = sentence
    .replace('{till}，', till)
    .replace('{who}', `全${w}`)
    .replace(/\{[nx]\}/, written);
  // a redacted or misread number has no day of its own to begin with
  const dated = asOf && !sentence.includes('{till}') ? `${till}${own}` : own;
  const rest = parts.map((part, i) => {
    const text = part.sentence.replace('{n}', part.written).replace('{place}', part.region.division.name);
    if (part.kind === 'part') return `，${text}`;
    // 其中宁县 would hold 中宁县 as well
    return i > 0 ? `、${text}` : `，其中${part.region.division.name.length === 2 ? '，' : ''}${text}`;
  });
  return `${dated}${rest.join('')}。`;
}

const inChinese = (date) => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

function inScript(text, { traditional, fullWidth }) {
  const wide = fullWidth ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : text;
  return traditional ? toTraditional(wide) : wide;
} // prettier-ignore
