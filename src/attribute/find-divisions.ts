/** Takes a text; gives every place where a division is named, with all divisions that it may be. */
import type { NormalizedSpan } from '../model.js';
import { type Surface, type SurfaceIndex, pairKey, pairSlot } from './division-index.js';

export interface Mention extends NormalizedSpan {
  readonly surface: string;
  /** Codes, sorted; several where the name alone does not tell. */
  readonly candidates: readonly string[];
  /** The name carries its rank word. */
  readonly full: boolean;
  /** The name counts only where what is above it is known. */
  readonly doubtful: boolean;
}

const HAN = /[\u3400-\u9fff]/u;
// Characters before a short name that do not belong to a longer word: takes 如沛县, 在城区, 共青团岚县; must not take 示范县.
const BEFORE_SHORT = /[如在由赴从自向到为是的省市州团让对前给使把被于至抵去访]/;

/** 河北区域 is 河北 + 区域, 合作市场 is 合作 + 市场: the rank word belongs to what follows. */
function rankBelongsToNext(surface: Surface, next: string): boolean {
  switch (surface.text.at(-1)) {
    case '市':
      return next === '场';
    case '区':
      return next === '域' || next === '间' || next === '块';
    case '旗':
      return next === '帜' || next === '舰';
    default:
      return false;
  }
}

// 运城 in the cities of the games: takes 亚运 (亚运城市), 大运; must not take 在运 (在运城市).
const GAMES = /^[亚奥残全冬大]运/;

// In front of 会同 as a verb (团县委会同县禁毒办): takes 委, 协; must not take 在, 市.
const BODY_WITH = /^[^\P{Script=Han}在到赴向为由和与从于省市州是对给往]$/u;

// 台中 in what ends in 台: takes 平 (志愿平台中), 后; must not take 在 (在台中).
const STAND = /[平后前舞电讲柜阳站看窗月擂塔炮灯]/;

// In front of a name that is none: takes 其 (宁县 in 其中宁县, 山东 in 其中山东), 集; must not take 在 (在中山).
const BEFORE_MIDDLE = /[其集]/;

/** 运城 in 亚运城市, 范县 in 示范县, 和县 in 各区和县: two characters are a name only where a word can begin. */
function cutFromWord(surface: Surface, text: string, start: number, last: number): boolean {
  const before = text[start - 1] ?? '';
  if (GAMES.test(text.slice(Math.max(0, start - 1), start + 1))) return true;
  if (/^台[中南北东]/.test(surface.text) && STAND.test(before)) return true;
  if (surface.text.startsWith('中') && BEFORE_MIDDLE.test(before)) return true;
  if (surface.text === '会同县' && start !== last && BODY_WITH.test(before)) return true;
  if (surface.text.length > 2 || !surface.full || !surface.doubtful) return false;
  if (text.startsWith('其中', start - 2)) return false;
  return start !== last && HAN.test(before) && !BEFORE_SHORT.test(before);
}

function surfaceAt(index: SurfaceIndex, text: string, at: number, last: number): Surface | undefined {
  const surfaces = index.surfaces.get(pairKey(text.charCodeAt(at), text.charCodeAt(at + 1)));
  if (surfaces === undefined) return undefined;
  for (const surface of surfaces)
    if (
      text.startsWith(surface.text, at) &&
      !rankBelongsToNext(surface, text[at + surface.text.length] ?? '') &&
      !cutFromWord(surface, text, at, last)
    )
      return surface;
  return undefined;
}

/** All mentions, left to right, the longest name first; linear in the text. */
export function findDivisions(text: string, index: SurfaceIndex): Mention[] {
  const mentions: Mention[] = [];
  let last = -1;
  let next = text.charCodeAt(0);
  for (let at = 0; at < text.length - 1; at += 1) {
    const first = next;
    next = text.charCodeAt(at + 1);
    if (index.openings[pairSlot(first, next)] === 0) continue;
    const surface = surfaceAt(index, text, at, last);
    if (surface === undefined) continue;
    last = at + surface.text.length;
    mentions.push({
      start: at,
      end: last,
      surface: surface.text,
      candidates: surface.candidates,
      full: surface.full,
      doubtful: surface.doubtful,
    });
    at = last - 1;
    next = text.charCodeAt(last);
  }
  return mentions;
}
