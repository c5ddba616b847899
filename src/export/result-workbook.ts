/** Results and figures → the sheets of a workbook: comparison, its cells one by one, figures, what is in review, conflicts, about. */
import { say } from '../language/language.js';
import { describeQuestion, titleOf } from './about.js';
import type { ListedFigures, Results } from './results.js';
import { aboutSheet } from './sheets/about.js';
import { comparisonSheet } from './sheets/comparison.js';
import { detailSheet } from './sheets/details.js';
import { conflictSheet } from './sheets/conflicts.js';
import { figureSheet } from './sheets/figures.js';
import type { Sheet } from './xlsx/sheet.js';

export function resultSheets(results: Results, listed: ListedFigures): Sheet[] {
  const { comparison, wan } = results;
  const { figures, inReview, counts, names, linkTo } = listed;
  const most = Math.max(counts.figures, counts.inReview);
  const common = { names, linkTo, wan };
  return [
    comparisonSheet({
      name: say(COMPARISON),
      title: titleOf(results),
      asked: describeQuestion(results),
      comparison,
      wan,
      details: say(DETAILS),
    }),
    detailSheet({ name: say(DETAILS), comparison, linkTo, wan }),
    figureSheet({ name: say(FIGURES), figures, count: counts.figures, ...common }),
    figureSheet({ name: say(IN_REVIEW), figures: inReview, count: counts.inReview, ...common }),
    conflictSheet({ name: say(CONFLICTS), comparison, wan }),
    aboutSheet({ name: say(ABOUT), results, figures: most }),
  ];
}

const COMPARISON = { en: 'Comparison', zh: '对比' };
const DETAILS = { en: 'Cells', zh: '明细' };
const FIGURES = { en: 'Figures', zh: '数据' };
const IN_REVIEW = { en: 'In review', zh: '待审核' };
const CONFLICTS = { en: 'Conflicts', zh: '矛盾' };
const ABOUT = { en: 'About', zh: '说明' };
