/** The fields of a figure record in their order, with what a reviewer made of it: the names of every export for programs. */
import type { CurrentFigure } from '../store/index.js';

export type FieldType = 'text' | 'whole' | 'number' | 'truth' | 'texts';

const TYPES: Readonly<Record<keyof CurrentFigure, FieldType>> = {
  file: 'text', document_id: 'text', report: 'whole', figure_id: 'text', indicator: 'text', item: 'text',
  value: 'number', lower: 'number', upper: 'number', qualifier: 'text', unit: 'text', unit_text: 'text',
  statistic: 'text', redacted: 'truth', region_code: 'text', region_name: 'text', region_method: 'text',
  as_of: 'text', as_of_method: 'text', start: 'whole', end: 'whole', exact: 'text', quote: 'text', page: 'whole',
  paragraph: 'whole', cell: 'text', confidence: 'number', reasons: 'texts', needs_review: 'truth', rule: 'text',
  decision: 'text', decided_by: 'text', decided_at: 'text',
}; // prettier-ignore

export const FIGURE_FIELDS = Object.entries(TYPES).map(([name, type]) => ({
  name: name as keyof CurrentFigure,
  type,
}));
