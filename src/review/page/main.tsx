/** Starts the page: state first, then what is seen of it. */
import { render } from 'preact';
import { App } from './components/app.js';
import { listenForKeys } from './state/key-listener.js';
import { startNavigation } from './state/navigation.js';
import { startOutbox } from './state/outbox.js';
import { renewCounts, startQueue } from './state/queue.js';
import { releaseSelects } from './state/select-focus.js';
import { startSession } from './state/session.js';

startNavigation();
startOutbox(() => void renewCounts());
startQueue();
void startSession();
listenForKeys();
releaseSelects();
render(<App />, document.getElementById('app')!);
