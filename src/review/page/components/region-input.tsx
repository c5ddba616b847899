/** A field for a division: what is typed is looked up by name, code or alias, and one of the answers is taken. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { RegionHits } from '../../api.js';
import type { Draft } from '../logic/correction.js';
import { api } from '../state/api-client.js';
import { t } from '../state/language.js';
import type { Word } from '../words.js';
import { FormField } from './form-field.js';

interface Props {
  readonly code: string;
  readonly name: string;
  readonly fault: Word | undefined;
  readonly edit: (fields: Partial<Draft>) => void;
}

export function RegionInput({ code, name, fault, edit }: Props) {
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const hits = useHits(isOpen ? name : '');
  const isShown = isOpen && hits.length > 0;
  const take = (at: number): void => {
    const hit = hits[at];
    if (hit) edit({ region_code: hit.code, region_name: hit.name });
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isShown || event.isComposing || event.ctrlKey) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % hits.length);
    else if (event.key === 'ArrowUp') setActive((active + hits.length - 1) % hits.length);
    else if (event.key === 'Enter') take(active);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    // Escape closes the list and not the dialog, Enter takes the division and saves nothing yet.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <FormField field="region_code" fault={isShown ? undefined : fault} hint={code || t('regionHint')}>
      {(attributes) => (
        <div class="combobox">
          <input
            {...attributes}
            class="input"
            role="combobox"
            autoComplete="off"
            aria-expanded={isShown}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={isShown ? `${list}-${active}` : undefined}
            value={name}
            onInput={({ currentTarget: { value } }) => {
              edit({ region_code: '', region_name: value });
              setActive(0);
              setOpen(value.trim() !== '');
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          <ul id={list} role="listbox" class="suggestions" hidden={!isShown} aria-label={t('region')}>
            {hits.map((hit, i) => (
              <li
                key={hit.code}
                id={`${list}-${i}`}
                role="option"
                aria-selected={i === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(i)}
              >
                <strong>{hit.name}</strong> <span class="quiet">{hit.within}</span>{' '}
                <span class="quiet numbers">{hit.code}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormField>
  );
}

const PAUSE_MS = 80;
const SHOWN = 8;

function useHits(typed: string): RegionHits {
  const [hits, setHits] = useState<RegionHits>([]);
  useEffect(() => {
    const q = typed.trim();
    if (q === '') {
      setHits([]);
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.regions(q, abort.signal).then(
        (answer) => setHits(answer.slice(0, SHOWN)),
        () => undefined, // Overtaken by the next letter, or nobody answers: no suggestions.
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed]);
  return hits;
}
