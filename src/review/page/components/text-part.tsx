/** A part of a source text, line by line; its offsets count from the start of the document. */
import { useMemo } from 'preact/hooks';
import type { Mark } from '../../api.js';
import { segmentText, shiftParagraph, type Highlighted } from '../logic/segments.js';
import { TextLine } from './text-line.js';

/** Highlights and marks count from the start of `text`. */
export interface SourcePart {
  readonly text: string;
  /** Where it begins in the document. */
  readonly offset: number;
  readonly highlights: readonly Highlighted[];
  readonly marks: readonly Mark[];
}

interface Props extends SourcePart {
  readonly current: string | null;
}

export function TextPart({ text, offset, highlights, marks, current }: Props) {
  // the same elements as before are not gone through again
  const lines = useMemo(
    () =>
      segmentText(text, highlights, marks)
        .map((line) => shiftParagraph(line, offset))
        .map((line) => <TextLine key={line.start} line={line} current={current} />),
    [text, offset, highlights, marks, current],
  );
  return <>{lines}</>;
}
