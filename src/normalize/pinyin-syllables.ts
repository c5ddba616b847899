/** Letters in, in NFD; out: whether they are one to three syllables of Mandarin. */

/** Finals that each initial goes with, without tones; `v` stands for ü. */
const TABLE: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou yi ya ye yao you yan yin yang ying yo wu wa wo wai wei wan wen wang weng yu yue yuan yun yong',
  b: 'a o ai ei ao an en ang eng i ie iao ian in ing u',
  p: 'a o ai ei ao ou an en ang eng i ie iao ian in ing u',
  m: 'a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u',
  f: 'a o ei ou an en ang eng u',
  d: 'a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un',
  t: 'a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un',
  n: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve ue',
  l: 'a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue',
  g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  k: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  j: 'i ia ie iao iu ian in iang ing iong u ue uan un v ve van vn',
  q: 'i ia ie iao iu ian in iang ing iong u ue uan un v ve van vn',
  x: 'i ia ie iao iu ian in iang ing iong u ue uan un v ve van vn',
  zh: 'a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  ch: 'a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  sh: 'a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang',
  r: 'e ao ou an en ang eng ong i u ua uo ui uan un',
  z: 'a e ai ei ao ou an en ang eng ong i u uo ui uan un',
  c: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
  s: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
};

const SYLLABLES = new Set(
  Object.entries(TABLE).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);

const LONGEST = 6;

/** `yi\u0304ng`, `f a\u0304`, `xu\u0301 yi\u0301`, `ying1` are; `app`, `kg` and `cafe\u0301` are not. */
export function isPinyin(letters: string): boolean {
  const plain = letters
    .toLowerCase()
    .replaceAll('u\u0308', 'v')
    .replaceAll('ü', 'v')
    .replaceAll('ɑ', 'a')
    .replaceAll('ɡ', 'g')
    .replace(/[\u0300-\u036f1-5 ]/g, ''); // takes a combining macron; leaves a
  return plain !== '' && isSyllables(plain, 3);
}

function isSyllables(letters: string, most: number): boolean {
  if (letters === '') return true;
  if (most === 0) return false;
  for (let length = Math.min(LONGEST, letters.length); length > 0; length--) {
    if (SYLLABLES.has(letters.slice(0, length)) && isSyllables(letters.slice(length), most - 1)) return true;
  }
  return false;
}
