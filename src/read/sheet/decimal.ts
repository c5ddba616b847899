/** Takes a number as a workbook stores it (binary, 15 digits); gives the decimal that was meant, moved and written exactly. */

/** Spreadsheets keep this many digits. */
const DIGITS = 15;

// What binary sums leave behind the decimals that were meant: takes 0.300000000000004 and 12.3399999999999, not
// 0.333333333333333 nor 0.00000015
const NOISE = /^(-?(?=[\d.]{13})(?:\d*[1-9]\d*\.|\d+\.(?=9)|\d+\.\d*[1-9])\d*?)(?:0{6,}|9{6,})\d{0,3}$/;

/** A plain decimal without an exponent and without needless zeros: 0.1 + 0.2 is `0.3`, 1e21 is written out. */
export function decimalOf(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const written = plain(value.toPrecision(DIGITS));
  const noise = NOISE.exec(written);
  return noise === null ? trimZeros(written) : plain(value.toFixed(noise[1]!.split('.')[1]!.length));
}

/** The same with the point moved by `places`: to the right for percentages, to the left for 万. */
export function movePoint(decimal: string, places: number): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = decimal.slice(sign.length).split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  if (point <= 0) return sign + trimZeros(`0.${'0'.repeat(-point)}${digits}`);
  const padded = digits.padEnd(point, '0');
  return sign + trimZeros(`${padded.slice(0, point).replace(/^0+(?=\d)/, '')}.${padded.slice(point)}`);
}

/** Commas between thousands. */
export const grouped = (whole: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, ',');

const trimZeros = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0*$/, '') : decimal;

/** 1.5e+21 and 1.5e-7 written out. */
function plain(written: string): string {
  const [mantissa = '', exponent] = written.split('e');
  return trimZeros(exponent === undefined ? mantissa : movePoint(mantissa, Number(exponent)));
}
