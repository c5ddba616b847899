/** The whole page: header, the view that the address names, dialogs and notices. */
import { useEffect, useRef } from 'preact/hooks';
import { session, sessionError, startSession } from '../state/session.js';
import { t } from '../state/language.js';
import { route } from '../state/navigation.js';
import { ComparePage } from './compare-page.js';
import { Dialogs } from './dialogs.js';
import { DocumentView } from './document-view.js';
import { Documents } from './documents.js';
import { Failure, Waiting } from './states.js';
import { Header } from './header.js';
import { Notices } from './notices.js';
import { QueueView } from './queue-view.js';
import { Search } from './search.js';
import { Stopped } from './stopped.js';
import { Unplaced } from './unplaced.js';

const TITLES = {
  queue: 'navReview',
  documents: 'documents',
  document: 'documents',
  search: 'searchTitle',
  compare: 'compareTitle',
  unplaced: 'unplacedTitle',
} as const;

export function App() {
  const { page } = route.value;
  const main = useRef<HTMLElement>(null);
  const before = useRef(page);
  const title = `${t(TITLES[page])} · ${t('brand')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    // Who reads by ear learns that the page is another one; a field that took the focus keeps it.
    const isTaken = main.current?.contains(document.activeElement) ?? false;
    if (before.current !== page && !isTaken) main.current?.focus();
    before.current = page;
  }, [page]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // Not by the address: what follows its # is the figure.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip')}
      </a>
      <Header />
      <Stopped />
      <main ref={main} id="main" tabIndex={-1} class={`page page-${page}`}>
        <View />
      </main>
      <Dialogs />
      <Notices />
    </>
  );
}

function View() {
  const { value } = route;
  if (sessionError.value) return <Failure error={sessionError.value} retry={() => void startSession()} />;
  if (!session.value) return <Waiting />;
  switch (value.page) {
    case 'queue':
      return <QueueView />;
    case 'documents':
      return <Documents q={value.q} status={value.status} />;
    case 'document':
      return <DocumentView key={value.id} id={value.id} place={value.place} />;
    case 'search':
      return <Search q={value.q} />;
    case 'compare':
      return <ComparePage {...value} />;
    case 'unplaced':
      return <Unplaced />;
  }
}
