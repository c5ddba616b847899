/** All keys and what they do. */
import { ACTIONS, KEYS, type Action } from '../logic/keys.js';
import { t } from '../state/language.js';
import type { Word } from '../words.js';
import { Dialog } from './dialog.js';

const MEANING: Readonly<Record<Action, Word>> = {
  accept: 'keyAccept',
  correct: 'keyCorrect',
  reject: 'keyReject',
  next: 'keyNext',
  previous: 'keyPrevious',
  undo: 'keyUndo',
  alike: 'keyAlike',
  add: 'keyAdd',
  printed: 'keyPrinted',
  derivation: 'keyDerivation',
  search: 'keySearch',
  compare: 'keyCompare',
  help: 'keyHelp',
};

export function HelpDialog() {
  return (
    <Dialog title={t('helpTitle')}>
      <dl class="keys">
        {ACTIONS.map((action) => (
          <Row key={action} keys={KEYS[action].shown} word={MEANING[action]} />
        ))}
        <Row keys={['Esc']} word="keyEscape" />
      </dl>
      <h3>{t('helpInText')}</h3>
      <dl class="keys">
        <Row keys={['←', '→', '↑', '↓']} word="keyMarks" />
        <Row keys={['↑', '↓']} word="keyList" />
      </dl>
      <h3>{t('helpInTable')}</h3>
      <dl class="keys">
        <Row keys={['←', '→', '↑', '↓']} word="keyCells" />
        <Row keys={['↵']} word="keyOpenCell" />
        <Row keys={['Esc']} word="keyCloseCell" />
      </dl>
      <p class="quiet">{t('helpNote')}</p>
    </Dialog>
  );
}

function Row({ keys, word }: { keys: readonly string[]; word: Word }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{t(word)}</dd>
    </div>
  );
}
