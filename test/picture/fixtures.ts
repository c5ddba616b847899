/** Comparisons to draw: a tie, an open bound, a sum of what lies below, and a gap. */
import type { Comparison, Question } from '../../src/compare/index.js';
import { ask, newDatabase, tell } from '../compare/fixtures.js';

/** 苏州 5000 to 6000, 仙桃 more than 5500, 淮安 from 涟水 below it, nothing of 北京 but another indicator. */
export function askFour(question: Partial<Question> = {}): Comparison {
  const database = newDatabase();
  tell(database, [['320500', 6000, { lower: 5000, qualifier: 'under' }]]);
  tell(database, [['429004', 5500, { upper: null, qualifier: 'over' }]]);
  tell(database, [['320826', 700]]);
  tell(database, [['110000', 9, { indicator: 'posts', unit: '个' }]], { region_code: '110000' });
  return ask(database, question);
}
