/** Takes the text around a quantity of goods; gives the noun that says which goods they are. */
import type { NormalizedSpan, Quantity, Sentence } from '../model.js';
import { countBelow } from '../text/span.js';
import { clauseAt } from './clause-at.js';
import type { SurfaceIndex } from './division-index.js';
import { findDivisions } from './find-divisions.js';

const REACH = 30;

/** Numbers in front that are looked at for the whole of a part; more than any sentence needs. */
const PARTS = 64;

// Takes what may be part of the name of goods: 84消毒液, N95口罩, 一次性手套; must not take ， or a blank line.
const NAME = /[\p{Script=Han}A-Za-z0-9\-+%·．.]/u;

/*
 * Words that end a name of goods read forwards: 5000只口罩送到社区, 200箱牛奶等物资.
 * Takes 送, 用于, 等, 将 (洗手液将投放到社区); must not take 麻将, nor 送 at the start of the stretch alone, which leaves nothing.
 */
const STOP_AFTER =
  /送|发|赠|捐|给|到|用于|分发|支援|投入|供|慰问|等|和|及|与|、|，|。|共|价值|总价|折合|的|为|由|以及|运|在|帮|解决|向|至|予|(?<!麻)将(?!军)/;

/*
 * Words that end a name of goods read backwards. The last of them is cut off with all in front of it.
 * Takes 发放 (发放口罩5000只), 等 (口罩、手套等防护物品); must not take 一次性.
 */
const VERB =
  /.*(?:支援|援助|捐赠|捐献|捐助|捐出|捐款|捐物|发放|发送|派发|分发|赠送|赠予|送去|送出|送上|送达|送|筹集|筹措|筹得|募集|募得|采购|采集|购买|购置|购进|调拨|调配|下发|配发|接收|接受|收到|提供|储备|准备|配备|运送|转运|协调|争取|制作|设置|配置|安装|投放|义写|销售|装填|填装|搬运|装卸|缝制|生产|领取|领用|使用|消耗|用掉|捐|赠|发|购|收|等|的|了|和|及|与|各类|各种|各|共计|合计|累计|总计|共有|共|约|近|超|达|价值|其中|包括|含|有|为|向|给|将)/;

// Takes 共计 (口罩共计5000只), 等 (口罩等5000只); must not take 公共 in the middle of a name.
const COUNTED = /(?:共计|合计|累计|总计|总共|分别|共|约|近|超过?|逾|达到?|各|等)+$/;

// Behind a list: takes 共计 (口罩、消毒液共计3500件), 合计; must not take 公共.
const OF_ALL = /(?:共计|合计|总计|一共)$/;

// Takes 物资, 物品 and 件: says nothing of which goods; must not take 防疫物资.
const COLLECTIVE =
  /^(?:等|各类|各种|相关|有关|一批|急需|紧缺|爱心|境[内外]|国[内外]|海外|无?定向)*(?:物资|物品|东西|用品|商品|货物)?$/;

// In front of their name: takes 我市 (捐赠我市帐篷45顶), 物资 (捐赠物资手套640个); must not take 全麦, 市 or 物资包.
const IN_FRONT = /^(?:[我本全该][省市县区州镇乡村校院](?=.)|(?:物资|物品)(?=[^包箱袋盒]))/;

const clean = (words: string): string | null => {
  const item = words.replace(/^[-·．.\d%]+$|^[-·．.]+|[-·．.]+$/g, '').replace(IN_FRONT, '');
  return COLLECTIVE.test(item) || !/[\p{Script=Han}A-Za-z]/u.test(item) ? null : item;
};

function itemAfter(text: string, from: number, to: number): string | null {
  let end = from;
  // 5000（只）口罩 is read by the quantity's phrase; a blank between measure word and noun is none
  while (end < to && NAME.test(text[end]!)) end += 1;
  const words = text.slice(from, end).replace(/^(?:的|左右|以上)/, '');
  const stop = STOP_AFTER.exec(words);
  return clean(stop === null ? words : words.slice(0, stop.index));
}

function itemBefore(text: string, from: number, to: number): string | null {
  let end = to;
  while (end > from && /[\s：:]/.test(text[end - 1]!)) end -= 1;
  let start = end;
  while (start > from && NAME.test(text[start - 1]!)) start -= 1;
  if (text[start - 1] === '、' && OF_ALL.test(text.slice(start, end))) return itemsBefore(text, from, end);
  return clean(text.slice(start, end).replace(COUNTED, '').replace(VERB, ''));
}

/** 口罩、防护服、消毒液共计3500件: all that is listed. */
function itemsBefore(text: string, from: number, end: number): string | null {
  let start = end;
  while (start > from && (text[start - 1] === '、' || NAME.test(text[start - 1]!))) start -= 1;
  const [first = '', ...rest] = text.slice(start, end).replace(COUNTED, '').split('、');
  return clean([first.replace(VERB, ''), ...rest].filter((name) => name !== '').join('、'));
}

/**
 * The goods, as the document has them: of 口罩5000只 and 5000只口罩 the 口罩. Null where none are named or a
 * collective says nothing (各类物资). `quantities` are the document's, in order; a neighbour's noun is not taken. Where a
 * division stands in their place (其中红塔区6100只), they are those of the number that it is a part of; one in front of
 * them (红塔区口罩) is none of their name.
 */
export function findItem(
  text: string,
  sentence: Sentence,
  quantity: Quantity,
  quantities: readonly Quantity[],
  divisions: SurfaceIndex,
): string | null {
  const at = countBelow(quantities.length, (i) => quantities[i]!.phrase.start < quantity.phrase.start);
  for (let i = at; i >= 0 && i > at - PARTS; i -= 1) {
    const part = quantities[i]!;
    if (part.phrase.start < sentence.span.start) return null;
    if (part.unit !== quantity.unit) continue;
    const goods = itemOf(text, clauseAt(sentence, part.phrase.start), part, quantities);
    const item = goods === null ? null : withoutDivision(goods, divisions);
    if (item !== '') return item;
  }
  return null;
}

/** Empty where the words are a division's full name. */
function withoutDivision(goods: string, divisions: SurfaceIndex): string {
  let start = 0;
  for (const name of findDivisions(goods, divisions)) if (name.start === start && name.full) start = name.end;
  return goods.slice(start);
}

function itemOf(
  text: string,
  clause: NormalizedSpan,
  quantity: Quantity,
  quantities: readonly Quantity[],
): string | null {
  const { phrase } = quantity;
  const measured = (other: Quantity | undefined): other is Quantity =>
    other !== undefined && other.unit !== null;
  const following = countBelow(quantities.length, (i) => quantities[i]!.phrase.start < phrase.end);
  const preceding = countBelow(quantities.length, (i) => quantities[i]!.phrase.start < phrase.start) - 1;
  const next = quantities[following];
  const previous = quantities[preceding];
  const to = Math.min(clause.end, phrase.end + REACH, measured(next) ? next.phrase.start : text.length);
  const from = Math.max(clause.start, phrase.start - REACH, measured(previous) ? previous.phrase.end : 0);
  const before = itemBefore(text, Math.min(from, phrase.start), phrase.start);
  const after = itemAfter(text, phrase.end, Math.max(to, phrase.end));
  // 口罩5000只手套300双: what runs into the next quantity is that one's
  const nextOwns = measured(next) && to === next.phrase.start && phrase.end + (after?.length ?? 0) === to;
  return nextOwns && before !== null ? before : (after ?? before);
}
