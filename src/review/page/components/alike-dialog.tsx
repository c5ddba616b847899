/** Figures found in the same way, with their words: looked through, and accepted together. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { decide } from '../state/decide.js';
import { fetchDetail, detailOf } from '../state/details.js';
import { closeDialog } from '../state/dialogs.js';
import { t } from '../state/language.js';
import type { FigureDetail } from '../../api.js';
import { Dialog } from './dialog.js';
import { Quote } from './quote.js';
import { FigureLines } from './queue-row.js';
import { Waiting } from './states.js';

/** Shown at a time: nobody looks through more at once. */
const PAGE = 30;

export function AlikeDialog({ figure }: { figure: string }) {
  const ids = detailOf(figure)?.alike ?? [figure];
  const [limit, setLimit] = useState(PAGE);
  const shown = useDetails(ids.slice(0, limit));
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const ticked = (shown ?? []).map(({ found }) => found.figure_id).filter((id) => !unticked.has(id));

  const toggle = (id: string): void => {
    const next = new Set(unticked);
    if (!next.delete(id)) next.add(id);
    setUnticked(next);
  };
  const acceptTicked = (): void => {
    if (ticked.length === 0) return;
    closeDialog();
    decide(ticked, { action: 'accept' });
  };

  return (
    <Dialog
      title={t('alikeTitle')}
      look="large"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
        if (event.shiftKey && event.key.toLowerCase() === 'a' && !event.repeat) acceptTicked();
        else if (event.key === 'ArrowDown') moveIn(event, 1);
        else if (event.key === 'ArrowUp') moveIn(event, -1);
        else return;
        event.preventDefault();
      }}
    >
      <p class="quiet">{t('alikeText')}</p>
      {!shown ? (
        <Waiting />
      ) : (
        <ul class="alike">
          {shown.map((detail, i) => (
            <AlikeRow
              key={detail.found.figure_id}
              detail={detail}
              isFirst={i === 0}
              isTicked={!unticked.has(detail.found.figure_id)}
              toggle={() => toggle(detail.found.figure_id)}
            />
          ))}
        </ul>
      )}
      <footer class="dialog-foot">
        <span class="quiet">
          {t('alikeShown', { n: shown?.length ?? 0, total: ids.length })} · {t('alikeKeys')}
        </span>
        {limit < ids.length && (
          <button type="button" class="button" onClick={() => setLimit(limit + PAGE)}>
            {t('loadMore')}
          </button>
        )}
        <button type="button" class="button primary" disabled={ticked.length === 0} onClick={acceptTicked}>
          {t('acceptTicked', { n: ticked.length })} <kbd>⇧A</kbd>
        </button>
      </footer>
    </Dialog>
  );
}

function AlikeRow(props: { detail: FigureDetail; isFirst: boolean; isTicked: boolean; toggle: () => void }) {
  const { current, found } = props.detail;
  const first = useRef<HTMLInputElement>(null);
  // The dialog opened before its list was there.
  useLayoutEffect(() => {
    if (props.isFirst) first.current?.focus();
  }, []);
  return (
    <li>
      <label class="alike-row">
        <input type="checkbox" checked={props.isTicked} ref={first} onChange={props.toggle} />
        <span class="alike-words">
          <FigureLines figure={current} />
          <Quote detail={props.detail} />
          <span class="quiet file">{found.file}</span>
        </span>
      </label>
    </li>
  );
}

/** Those that the server still has, in order; null until they are all there. */
function useDetails(ids: readonly string[]): readonly FigureDetail[] | null {
  const [details, setDetails] = useState<readonly FigureDetail[] | null>(null);
  const key = ids.join(' ');
  useEffect(() => {
    let isWanted = true;
    void Promise.all(ids.map((id) => fetchDetail(id).catch(() => null))).then((all) => {
      if (isWanted) setDetails(all.filter((each) => each !== null));
    });
    return () => {
      isWanted = false;
    };
  }, [key]);
  return details;
}

function moveIn(event: KeyboardEvent, by: 1 | -1): void {
  const box = event.currentTarget as HTMLElement;
  const inputs = [...box.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const at = inputs.indexOf(document.activeElement as HTMLInputElement);
  inputs[Math.max(0, Math.min(inputs.length - 1, at + by))]?.focus();
}
