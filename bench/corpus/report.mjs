/** A source of numbers in; out one report as a title, an issuer and its blocks, ready to be written in any format. */
import { CITIES, HEADINGS, ISSUERS, PLANS, POINTS, PROSE, STATEMENTS, TOPICS } from './phrases.mjs';

/** About three printed pages. */
const CHARACTERS = 1800;
/** The headings, lists and closing words that come on top of the paragraphs. */
const AROUND = 250;
const SECTIONS = ['一', '二', '三', '四'];

/**
 * @typedef {{ kind: 'heading' | 'paragraph' | 'item' | 'signature', number: string, text: string }} TextBlock
 *   `number` is the mark that a word processor would compute: 一、 or 1. or ''
 * @typedef {{ kind: 'table', rows: string[][] }} TableBlock
 * @typedef {{ title: string, blocks: (TextBlock | TableBlock)[] }} Report
 */

/** @returns {Report} */
export function createReport(random) {
  const place = random.pick(CITIES);
  const year = random.between(2019, 2024);
  const month = random.between(1, 12);
  const fill = filler(random, place, `${month}月${random.between(1, 28)}日`);
  const statements = random.shuffle(STATEMENTS);
  const prose = random.shuffle(PROSE);
  const sections = random.between(3, 4);
  const blocks = [];
  const headings = random.shuffle(HEADINGS).slice(0, sections);
  const figuresWanted = random.between(15, 25);
  const perSection = distribute(random, statements, prose, sections, figuresWanted);
  headings.forEach((heading, i) => {
    blocks.push({ kind: 'heading', number: `${SECTIONS[i]}、`, text: heading });
    for (const paragraph of perSection[i])
      blocks.push({ kind: 'paragraph', number: '', text: paragraph.map(fill).join('') });
    if (i === 1) blocks.push(...createList(random, fill));
    if (i === 2 && random.chance(0.25)) blocks.push(createTable(random, place));
  });
  blocks.push({ kind: 'paragraph', number: '', text: random.pick(PLANS) });
  blocks.push({ kind: 'signature', number: '', text: `${place.city.slice(0, -1)}${random.pick(ISSUERS)}` });
  blocks.push({ kind: 'signature', number: '', text: `${year}年${month}月${random.between(1, 28)}日` });
  return { title: `${place.city}${random.pick(TOPICS)}情况汇报`, blocks };
}

/** The whole report as lines, numbers of headings and items written out, cells separated by tabs. */
export function linesOf({ title, blocks }) {
  const lines = [title];
  for (const block of blocks) {
    if (block.kind === 'table') lines.push(...block.rows.map((row) => row.join('\t')));
    else lines.push(`${block.number}${block.text}`);
  }
  return lines;
}

/** Sentences with many figures and little prose, until there are so many numbers; 50 bytes of text for each. @returns {string[]} */
export function createStatements(random, numbers) {
  const fill = filler(random, random.pick(CITIES), '6月30日');
  const sentences = [];
  for (let count = 0; count < numbers;) {
    const statement = random.pick(STATEMENTS);
    sentences.push(fill(statement));
    count += countFigures(statement);
    if (random.chance(0.4)) sentences.push(random.pick(PROSE));
  }
  return sentences;
}

const countFigures = (statement) => [...statement.matchAll(/\{(?:few|some|many|huge|money)\}/g)].length;

/** Statements with `figures` placeholders, and prose up to the length wanted, dealt out to paragraphs by section. */
function distribute(random, statements, prose, sections, figures) {
  const sentences = [];
  let length = 0;
  let count = 6; // the list has about so many
  for (const statement of statements) {
    if (count >= figures) break;
    sentences.push(statement);
    count += countFigures(statement);
    length += statement.length;
  }
  for (let i = 0; length < CHARACTERS - AROUND; i++) {
    sentences.push(prose[i % prose.length]);
    length += prose[i % prose.length].length;
  }
  const shuffled = random.shuffle(sentences);
  const perSection = Math.ceil(shuffled.length / sections);
  return Array.from({ length: sections }, (_, i) =>
    paragraphs(shuffled.slice(i * perSection, (i + 1) * perSection)),
  );
}

function paragraphs(sentences) {
  const result = [];
  for (let i = 0; i < sentences.length; i += 4) result.push(sentences.slice(i, i + 4));
  return result;
}

function createList(random, fill) {
  return random
    .shuffle(POINTS)
    .slice(0, 3)
    .map((point, i) => ({ kind: 'item', number: `${i + 1}.`, text: fill(point) }));
}

function createTable(random, { counties }) {
  const rows = counties.map((county) => [
    county,
    String(random.between(20, 4000)),
    String(random.between(2, 60)),
    String(random.between(100, 90000)),
  ]);
  return { kind: 'table', rows: [['地区', '志愿者（名）', '服务队（支）', '服务群众（人次）'], ...rows] };
}

/** Fills the placeholders of a sentence, each with another number. */
function filler(random, { counties }, day) {
  const values = {
    few: () => String(random.between(2, 48)),
    some: () => hedged(random, random.between(50, 990)),
    many: () => hedged(random, random.between(1000, 98000)),
    huge: () =>
      `${random.pick(['', '近', '约', '超'])}${random.between(10, 990)}${random.pick(['', '.5', '.8'])}万`,
    money: () => `${random.between(1, 900)}${random.pick(['', '.2', '.65'])}万元`,
    county: () => random.pick(counties),
    county2: () => random.pick(counties),
    day: () => day,
  };
  return (sentence) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]());
}

/** A number as reports write it: bare, with commas, in 万, with a hedge. */
function hedged(random, value) {
  const rounded = value > 1000 ? Math.round(value / 100) * 100 : Math.round(value / 10) * 10;
  switch (random.below(7)) {
    case 0:
      return value.toLocaleString('en-US');
    case 1:
      return `${rounded}余`;
    case 2:
      return `近${rounded}`;
    case 3:
      return value > 10000 ? `${(value / 10000).toFixed(1)}万` : `${rounded}多`;
    default:
      return String(value);
  }
}
