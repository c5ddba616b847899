/** A cell of a comparison: its amount and how it comes about, its conflicts and its sentences; or why there is no number. */
import type { Conflict } from '../../../compare/index.js';
import { WHENEVER } from '../../../compare/days.js';
import type { CellAnswer, CompareAnswer, FilledCell, GapCell } from '../../compare-api.js';
import type { CompareRoute } from '../logic/compare-route.js';
import { formatAmount, formatDays, formatRank, formatSeries } from '../logic/format-cell.js';
import { formatRoute } from '../logic/route.js';
import { isFilled } from '../logic/sort-rows.js';
import { openerId, withQuery } from '../state/compare.js';
import { language, t } from '../state/language.js';
import { wordFor } from '../state/session.js';
import type { Word } from '../words.js';
import { QuotedList } from './quoted-list.js';

interface Props {
  readonly detail: CellAnswer;
  readonly route: CompareRoute;
  readonly answer: CompareAnswer;
  /** Of the series. */
  readonly index: number;
}

export function CellDetail(props: Props) {
  const { cell, series } = props.detail;
  return (
    <>
      <p class="cell-series">{formatSeries(series, language.value)}</p>
      {isFilled(cell) ? <Filled {...props} cell={cell} /> : <Gap {...props} cell={cell} />}
    </>
  );
}

function Filled({ detail, route, answer, index, cell }: Props & { readonly cell: FilledCell }) {
  const { series, figures, conflicts, region } = detail;
  const { number, bounds } = formatAmount(cell, language.value);
  const ranked = answer.rows.filter(({ cells }) => isFilled(cells[index])).length;
  const against = conflicts.filter(({ kind }) => kind !== 'parts').flatMap(({ other_figures: ids }) => ids);
  return (
    <>
      <p class="big">
        {number}
        <span class="big-unit">{series.unit}</span>
      </p>
      <ul class="cell-facts">
        {bounds !== null && <li>{t('bound', { bounds })}</li>}
        <li>
          {t('rankOf', { rank: formatRank(cell.rank), n: ranked })}
          {cell.rank[0] !== cell.rank[1] && <span class="quiet"> {t('rankTie')}</span>}
        </li>
        <li>
          {t('asOf')} {formatDays(cell)}
        </li>
        <li>
          {cell.sum === undefined
            ? t('statesItself')
            : `Σ ${t('sumOf', { counted: cell.sum[0], divisions: cell.sum[1] })}`}
        </li>
        <li>
          <a href={formatRoute({ ...route, view: 'trend', of: index, over: [region.code], open: null })}>
            {t('trendOfCell')}
          </a>
        </li>
      </ul>
      {conflicts.map((conflict, i) => (
        <ConflictNote key={i} conflict={conflict} route={route} />
      ))}
      <h3>
        {t('behindIt')} <span class="count">{cell.figures}</span>
      </h3>
      {figures.length < cell.figures && (
        <p class="quiet">{t('firstFigures', { n: cell.figures, shown: figures.length })}</p>
      )}
      <QuotedList figures={figures} against={against} />
    </>
  );
}

function ConflictNote({ conflict, route }: { conflict: Conflict; route: CompareRoute }) {
  const { kind, stated, other, stated_as_of, other_as_of, stated_figure, other_figures } = conflict;
  const open = { figures: [stated_figure, ...other_figures] };
  return (
    <p class="warning">
      {wordFor(`conflict-${kind}`)}
      <br />
      <a id={openerId(open)} href={formatRoute({ ...route, open })}>
        {t('conflictAgainst', {
          ...{ stated: formatAmount(stated, language.value).number, statedDay: stated_as_of },
          ...{ other: formatAmount(other, language.value).number, otherDay: other_as_of },
        })}
      </a>
    </p>
  );
}

const WHY: Readonly<Record<GapCell['gap'], Word>> = {
  redacted: 'gapRedacted',
  'in-review': 'gapInReview',
  'other-date': 'gapOtherDate',
  'no-date': 'gapNoDate',
  'other-item': 'gapOtherItem',
  'other-unit': 'gapOtherUnit',
  'other-statistic': 'gapOtherStatistic',
  'not-stated': 'gapNotStated',
  'no-report': 'gapNoReport',
  'no-population': 'gapNoPopulation',
};

function Gap({ detail, route, cell }: Props & { readonly cell: GapCell }) {
  const { region, series } = detail;
  const { gap } = cell;
  const words = gap === 'other-statistic' ? wordFor(cell.detail ?? '') : (cell.detail ?? '');
  const queue = (status: 'open' | 'all', indicator?: string): string =>
    formatRoute({
      page: 'queue',
      filter: { status, region: region.code, ...(indicator === undefined ? {} : { indicator }) },
      figure: null,
    });
  return (
    <>
      <h3>{t('whyGap')}</h3>
      <p class="cell-why">
        <strong>{wordFor(`gap-${gap}`)}</strong>
        <br />
        {t(WHY[gap], { detail: words })}
      </p>
      <ul class="next-steps">
        {gap === 'in-review' && (
          <li>
            <a href={queue('open', series.indicator)}>{t('gapReview')}</a>
          </li>
        )}
        {gap === 'in-review' && (
          <li>
            <a href={formatRoute(withQuery(route, { review: true }))}>{t('tryReview')}</a>
          </li>
        )}
        {gap === 'other-date' && (
          <li>
            <a href={formatRoute(withQuery(route, { from: undefined, to: undefined, window: WHENEVER }))}>
              {t('gapAllTime')}
            </a>
          </li>
        )}
        {(gap === 'other-item' || gap === 'other-unit') && (
          <li>
            <a href={formatRoute(withQuery(route, { every: true, unit: undefined, item: undefined }))}>
              {t('gapEvery')}
            </a>
          </li>
        )}
        {gap !== 'no-report' && (
          <li>
            <a href={queue('all', gap === 'not-stated' ? undefined : series.indicator)}>{t('gapSearch')}</a>
          </li>
        )}
      </ul>
    </>
  );
}
