/** Colours and letters of all pictures: dark on white, for print, and told apart without colour too. */
import type { Language } from '../../diagnostics.js';

/** Families that hold Chinese, of macOS, Windows and Linux. */
export const CHINESE_FONTS = [
  'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC',
  'WenQuanYi Zen Hei', 'WenQuanYi Micro Hei', 'SimHei', 'SimSun',
] as const; // prettier-ignore

export const FONTS = [...CHINESE_FONTS, 'sans-serif'].join(', ');

export const COLOURS = {
  ink: '#1f2933',
  faint: '#5f6c7b',
  line: '#d5dbe1',
  paper: '#ffffff',
  stated: '#5b8db8',
  rolledUp: '#cfe0ec',
  whisker: '#111820',
  contradicted: '#b3261e',
  gap: '#e4e7eb',
  onLight: '#000000',
  least: '#eef4f8',
  most: '#1d4e74',
} as const;

/** For lines, by Okabe and Ito: told apart by those who don't see red and green. */
export const LINE_COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00', '#56b4e9', '#4b4b4b', '#7a3e9d'] as const; // prettier-ignore

export const MARGIN = 24;
const DEFAULT_WIDTH = 960;
const LEAST_WIDTH = 480;

/** More regions than that are counted and not drawn. */
export const MOST_ROWS = 40;

export interface PictureOptions {
  readonly language: Language;
  /** In pixels of the screen; less than a picture needs is more. */
  readonly width?: number | undefined;
  /** Families of letters, the first that is there. */
  readonly fonts?: string | undefined;
}

/** A picture may still take more, where what stands on it does not fit. */
export const widthFor = ({ width = DEFAULT_WIDTH }: PictureOptions): number => Math.max(width, LEAST_WIDTH);
