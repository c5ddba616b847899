/** The whole page: header, the view that the address names, dialogs and notices. */
import { session, sessionError, startSession } from '../state/session.js';
import { t } from '../state/language.js';
import { route } from '../state/navigation.js';
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

export function App() {
  return (
    <>
      <a class="skip" href="#main" data-native>
        {t('skip')}
      </a>
      <Header />
      <Stopped />
      <main id="main" tabIndex={-1} class={`page page-${route.value.page}`}>
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
    case 'unplaced':
      return <Unplaced />;
  }
}
