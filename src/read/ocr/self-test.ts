/** Takes nothing; says why pictures of pages cannot be recognised on this machine, if they cannot. */
import { reasonOf } from '../reader.js';

/** A white picture, of so many pixels each way. */
const SIDE = 64;

/** Loads all that OCR needs, and lets it look at an empty page. */
export async function ocrProblem(): Promise<string | null> {
  try {
    const { resize } = await import('./grey-image.js');
    const { ocrEngine } = await import('./engine.js');
    const white = { width: SIDE, height: SIDE, grey: new Uint8Array(SIDE * SIDE).fill(255) };
    const rows = (await ocrEngine()).recognise(await resize(white, 2));
    return rows.length === 0 ? null : 'it sees text on an empty page';
  } catch (error) {
    return reasonOf(error).split('\n')[0]!;
  }
}
