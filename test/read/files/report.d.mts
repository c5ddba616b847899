import type { OfdBlock } from './hand-made-ofd.mjs';
export const HEADER: string;
export const reportBlocks: () => OfdBlock[];
