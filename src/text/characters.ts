/** What kind of character a UTF-16 code unit is, as the stages that read Chinese prose need to know it. */

/** The basic Han blocks and halves of astral characters, which in these reports are rare Han. */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  code === 0x3007 ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xd840 && code <= 0xdfff);

/** ASCII digits only: the width pass has made them of the full-width ones. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** ASCII letters only. */
export const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** A blank inside a line; a tab is none, it separates columns. */
export const isBlank = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x3000;

/** Ends a sentence wherever it stands. */
export const isSentenceEnd = (code: number): boolean => code === 0x3002 || code === 0xff01 || code === 0xff1f;

// takes the last character of 说：“好。”）》; leaves an opening quote or bracket
const CLOSERS = new Set(Array.from('”’）》】〉」』"', (char) => char.charCodeAt(0)));

/** Closes a quotation or bracket, and so belongs to what stands before it. */
export const isCloser = (code: number): boolean => CLOSERS.has(code);

/** The second half of a character outside the BMP: 😀 has one, 志 has none. */
const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The offset, or the one before it where it would cut a character in two. */
export const wholeCharacter = (text: string, offset: number): number =>
  offset > 0 && isSecondHalf(text.charCodeAt(offset)) ? offset - 1 : offset;
