/** Comparisons to draw: a tie, an open bound, a sum of what lies below, and a gap. */
import { trendsOf, type Comparison, type Question, type Trends } from '../../src/compare/index.js';
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

/** 淮安 on four days, the second the first again, the third open, two reports at odds about the fourth; 苏州 on one. */
export function tellTrends(regions = ['320800', '320500']): Trends {
  const database = newDatabase();
  tell(database, [['320800', 1000, { as_of: '2022-01-10' }]]);
  tell(database, [['320800', 1000, { as_of: '2022-01-20' }]]);
  tell(database, [['320800', 1500, { as_of: '2022-02-10', upper: null, qualifier: 'over' }]]);
  tell(database, [['320800', 2000, { as_of: '2022-03-10' }]]);
  tell(database, [['320800', 2600, { as_of: '2022-03-10' }]]);
  tell(database, [['320500', 800, { as_of: '2022-02-01' }]]);
  return trendsOf(database.store, {
    ...{ indicators: ['volunteers'], regions, from: '2022-01-01', to: '2022-03-31' },
  });
}
