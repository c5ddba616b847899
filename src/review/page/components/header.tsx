/** The top of every page: where to go, how far the review has come, language and look. */
import { USUAL } from '../logic/compare-route.js';
import type { Route } from '../logic/route.js';
import { ALL_OPEN, formatRoute } from '../logic/route.js';
import { perform } from '../state/actions.js';
import { language, switchLanguage, t } from '../state/language.js';
import { layout } from '../state/layout.js';
import { route } from '../state/navigation.js';
import { pending } from '../state/outbox.js';
import { currentId, filter } from '../state/queue.js';
import { session } from '../state/session.js';
import { theme, THEMES } from '../state/theme.js';
import type { Word } from '../words.js';
import { Progress } from './progress.js';

export function Header() {
  const { page } = route.value;
  const queue: Route = page === 'queue' ? { page, filter: filter.value, figure: currentId.value } : ALL_OPEN;
  return (
    <header class="header">
      <h1 class="brand">
        <a href={formatRoute(ALL_OPEN)}>{t('brand')}</a>
        {session.value && <span class="database">{session.value.database}</span>}
      </h1>
      <nav class="nav" aria-label={t('mainNavigation')}>
        <NavLink to={queue} word="navReview" here={page === 'queue'} />
        <NavLink to={USUAL} word="navCompare" title={t('compareTitle')} here={page === 'compare'} />
        <NavLink
          to={{ page: 'documents', q: '', status: '' }}
          word="navDocuments"
          here={page === 'documents' || page === 'document'}
        />
        <NavLink to={{ page: 'search', q: '' }} word="navSearch" here={page === 'search'} />
        <NavLink
          to={{ page: 'unplaced' }}
          word="navUnplaced"
          title={t('unplacedTitle')}
          here={page === 'unplaced'}
          count={session.value?.unplaced ?? 0}
        />
      </nav>
      {page === 'queue' && layout.value !== 'narrow' && <Progress />}
      <div class="tools">
        {pending.value > 0 && <span class="pending">{t('pending', { n: pending.value })}</span>}
        {session.value && (
          <span class="reviewer" title={t('reviewer', { who: session.value.reviewer })}>
            {session.value.reviewer}
          </span>
        )}
        <select
          class="select small"
          aria-label={t('theme')}
          value={theme.value}
          onChange={({ currentTarget }) => {
            theme.value = THEMES.find((each) => each === currentTarget.value) ?? 'auto';
          }}
        >
          <option value="auto">{t('themeAuto')}</option>
          <option value="light">{t('themeLight')}</option>
          <option value="dark">{t('themeDark')}</option>
        </select>
        <button
          type="button"
          class="button small"
          lang={language.value === 'zh' ? 'en' : 'zh-CN'}
          onClick={switchLanguage}
        >
          {t('switchLanguage')}
        </button>
        <button type="button" class="button small" onClick={() => perform('help')}>
          {t('help')} <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}

interface Target {
  readonly to: Route;
  readonly word: Word;
  readonly here: boolean;
  readonly count?: number;
  readonly title?: string;
}

function NavLink({ to, word, here, count = 0, title = '' }: Target) {
  return (
    <a href={formatRoute(to)} title={title} aria-current={here ? 'page' : undefined}>
      {t(word)}
      {count > 0 && <span class="count">{count}</span>}
    </a>
  );
}
