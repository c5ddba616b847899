/** A factor of the confidence → what it means, in the reader's language. */
import { say, type Phrase } from './language.js';

const WORDS: Readonly<Record<string, Phrase>> = {
  'cue-phrase': { en: 'its own words name it', zh: '紧邻的词语指明指标' },
  'cue-header': { en: 'its table header or label names it', zh: '表头或标签指明指标' },
  'cue-clause': { en: 'its clause names it', zh: '所在分句指明指标' },
  'cue-sentence': { en: 'only its sentence names it', zh: '仅由整句判断指标' },
  'cue-section': { en: 'only the heading above names it', zh: '仅由上级标题判断指标' },
  'cue-context': {
    en: 'no rule names it; it is proposed by the words around it',
    zh: '无规则命中，由周围词语推测',
  },
  'context-confirms': {
    en: 'the words around it are those of this indicator',
    zh: '周围词语与该指标高度一致',
  },
  'context-speaks-for': { en: 'the words around it speak for this indicator', zh: '周围词语支持该指标' },
  'context-fits-well': { en: 'the words around it fit this indicator well', zh: '周围词语较符合该指标' },
  'context-fits': { en: 'the words around it fit this indicator', zh: '周围词语大致符合该指标' },
  'context-leans-to': { en: 'the words around it may be those of this indicator', zh: '周围词语偏向该指标' },
  'context-allows': {
    en: 'the words around it hardly point to this indicator',
    zh: '周围词语不太指向该指标',
  },
  'context-doubts': {
    en: 'the words around it are seldom those of this indicator',
    zh: '周围词语少见于该指标',
  },
  'context-speaks-against': {
    en: 'the words around it speak against this indicator',
    zh: '周围词语不支持该指标',
  },
  'context-denies': { en: 'the words around it are not those of this indicator', zh: '周围词语与该指标不符' },
  'no-figure-possible': {
    en: 'the words around it leave room for its being no figure',
    zh: '也可能不是数据',
  },
  'no-figure-likely': { en: 'by the words around it, it may well be no figure', zh: '较可能不是数据' },
  'no-figure-rather': { en: 'by the words around it, it is rather no figure', zh: '多半不是数据' },
  'no-figure-surely': { en: 'the words around it are those of no figure', zh: '周围词语不像数据' },
  'other-indicator-possible': {
    en: 'the words around it leave room for another indicator',
    zh: '也可能属于其他指标',
  },
  'other-indicator-likely': {
    en: 'by the words around it, another indicator is well possible',
    zh: '较可能属于其他指标',
  },
  'other-indicator-rather': {
    en: 'by the words around it, it is rather another indicator',
    zh: '多半属于其他指标',
  },
  'other-indicator-surely': {
    en: 'the words around it are those of another indicator',
    zh: '周围词语属于其他指标',
  },
  'cue-adjacent': { en: 'the naming word stands right beside it', zh: '指标词紧挨数字' },
  'cue-near': { en: 'the naming word stands a little apart', zh: '指标词稍远' },
  'cue-far': { en: 'the naming word stands far from it', zh: '指标词较远' },
  'cue-before': { en: 'the naming word stands in front', zh: '指标词在前' },
  'cue-after': { en: 'the naming word stands behind', zh: '指标词在后' },
  'cue-without-place': { en: 'its measure word or table tells', zh: '由量词或表格判断' },
  'carried-on': { en: 'goes on with what was counted before', zh: '承前省略' },
  'one-cue': { en: 'a single sign speaks for it', zh: '只有一个依据' },
  'many-cues': { en: 'several signs speak for it', zh: '有多个依据' },
  'rival-close': { en: 'another indicator fits almost as well', zh: '另一指标几乎同样适用' },
  'rival-far': { en: 'another indicator fits less well', zh: '另一指标也可能适用' },
  'unit-supplied': { en: 'the measure word is left out', zh: '缺量词' },
  'unit-generic': { en: 'its measure word may count anything', zh: '量词宽泛' },
  'unit-people': { en: 'it counts people, whose role the words must tell', zh: '数的是人，须由词语判断身份' },
  'header-unit': { en: 'its unit stands in the table header', zh: '单位在表头' },
  'no-unit': { en: 'no measure word is written', zh: '未写量词' },
  'size-few': { en: 'fewer than five', zh: '小于 5' },
  'size-tens': { en: 'fewer than twenty', zh: '小于 20' },
  'size-thousands': { en: 'a thousand and more', zh: '一千以上' },
  'qualifier-over': { en: 'it is hedged upwards', zh: '“多于”类模糊' },
  'qualifier-under': { en: 'it is hedged downwards', zh: '“不足”类模糊' },
  'qualifier-about': { en: 'it is approximate', zh: '约数' },
  'qualifier-range': { en: 'it is a range', zh: '区间' },
  'qualifier-vague': { en: 'it is vague', zh: '虚数' },
  redacted: { en: 'the number is blanked out', zh: '数字被隐去' },
  'single-numeral': { en: 'one Chinese numeral, which may be part of a word', zh: '单个汉字数字' },
  'year-like': { en: 'it looks like a year', zh: '形似年份' },
  'comma-inside': { en: 'a comma stands inside it', zh: '数字内有逗号' },
  'comma-around': { en: 'digits stand beyond a comma next to it', zh: '逗号旁还有数字' },
  'blank-inside': { en: 'blanks stand inside it', zh: '数字内有空格' },
  'blank-around': { en: 'digits stand beyond a blank next to it', zh: '空格旁还有数字' },
  'ocr-digits': { en: 'letters were read as digits (O, l, 干)', zh: '由字母等识别的数字（O、l、干）' },
  recognised: {
    en: 'recognised in a picture (OCR): compare it with the page',
    zh: '由图片识别（OCR），请与原页核对',
  },
  'recognised-and-confirmed': {
    en: 'recognised in a picture (OCR), and the document itself confirms it',
    zh: '由图片识别（OCR），文内可相互印证',
  },
  'header-unit-open': { en: 'the table has several units', zh: '表头有多个单位' },
  'digit-by-digit': { en: 'written digit by digit', zh: '逐位书写' },
  'mixed-numerals': { en: 'digits of two scripts', zh: '两种数字混写' },
  'noise-inside': { en: 'something was taken out of it', zh: '数字中去除过杂质' },
  'says-total': { en: 'the words speak of a total (共, 累计)', zh: '有“共、累计”等' },
  'says-done': { en: 'the words speak of something done', zh: '有“招募、发放”等完成动作' },
  'says-planned': { en: 'the words speak of a plan or a demand', zh: '有“将、计划、要求”等' },
  'says-before': { en: 'the words speak of another time', zh: '有“去年、同期”等' },
  'says-elsewhere': { en: 'the words speak of the whole country', zh: '有“全国、国家”等' },
  'says-there-is': { en: 'the words speak of what there is', zh: '有“现有、下辖”等' },
  'says-each': { en: 'the words speak of each one', zh: '有“每、各”' },
  'says-someone': { en: 'the words tell of one person', zh: '讲述个人' },
  'says-for-instance': { en: 'the words give an instance', zh: '举例' },
  'says-wanting': { en: 'the words speak of what is wanting', zh: '讲不足' },
  'says-award': { en: 'the words speak of awards', zh: '涉及表彰' },
  'in-quotes': { en: 'inside quotation marks', zh: '在引号中' },
  'in-brackets': { en: 'inside brackets', zh: '在括号中' },
  'in-heading': { en: 'in a heading', zh: '在标题中' },
  'in-cell': { en: 'in a table cell', zh: '在表格中' },
  'in-footnote': { en: 'in a footnote', zh: '在脚注中' },
  'opens-clause': { en: 'its clause opens with it', zh: '分句以它开头' },
  'sentence-long': { en: 'in a sentence of many clauses', zh: '长句' },
  'sentence-short': { en: 'in a sentence of one clause', zh: '短句' },
  'region-unknown': { en: 'nothing tells its region', zh: '地区不明' },
  'statistic-daily': { en: 'a count of one day', zh: '单日数' },
  'statistic-daily_average': { en: 'a mean of days', zh: '日均数' },
  'statistic-average': { en: 'a mean', zh: '平均数' },
  'statistic-maximum': { en: 'a peak', zh: '最高值' },
  'statistic-each': { en: 'a count of each of several', zh: '各自的数' },
};
const INDICATOR = /^indicator-(.*)$/;

/**
 * Factors of other versions, which this one does not know, are shown by their names.
 * @param names the indicators' names, by id; ids that are not in it are shown as they are
 */
export function describeFactor(factor: string, names: ReadonlyMap<string, string> = new Map()): string {
  const id = INDICATOR.exec(factor)?.[1];
  if (id !== undefined) {
    const indicator = names.get(id) ?? id;
    return say({ en: 'how often {indicator} is right', zh: '{indicator} 的一般准确程度' }, { indicator });
  }
  const phrase = WORDS[factor];
  return phrase ? say(phrase) : factor;
}

/** The factors that have words. */
export const DESCRIBED_FACTORS: readonly string[] = Object.keys(WORDS);
