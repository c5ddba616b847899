/** A field for a division: what is typed is looked up by name, code or alias, and one of the answers is taken. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { RegionHits } from '../../api.js';
import type { Draft } from '../logic/correction.js';
import { api } from '../state/api-client.js';
import { t } from '../state/language.js';
import type { Word } from '../words.js';
import { FormField } from './form-field.js';

interface Props {
  /** In the place of the usual ones: what stands over it, and in it while it is empty. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly code: string;
  readonly name: string;
  readonly fault: Word | undefined;
  readonly edit: (fields: Partial<Draft>) => void;
}

export function RegionInput({ label, placeholder, code, name, fault, edit }: Props) {
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [isWanted, setWanted] = useState(false);
  const { q, hits } = useHits(isOpen ? name : '');
  /** The list belongs to an earlier word until the answer to this one has come. */
  const isLate = isOpen && q !== name.trim();
  const isShown = isOpen && hits.length > 0;
  const close = (): void => {
    setOpen(false);
    setWanted(false);
  };
  const take = (at: number): void => {
    const hit = hits[at];
    if (hit) edit({ region_code: hit.code, region_name: hit.name });
    close();
  };
  useEffect(() => {
    if (isWanted && !isLate) take(active);
  }, [isWanted, isLate]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(isShown || isLate) || event.isComposing || event.ctrlKey) return;
    const { length } = hits;
    if (event.key === 'ArrowDown') setActive(isLate ? 0 : (active + 1) % length);
    else if (event.key === 'ArrowUp') setActive(isLate ? 0 : (active + length - 1) % length);
    else if (event.key === 'Enter') setWanted(true);
    else if (event.key === 'Escape') close();
    else return;
    // Escape closes the list and not the dialog, Enter takes the division and saves nothing yet.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <FormField
      field="region_code"
      {...(label === undefined ? {} : { label })}
      fault={isShown ? undefined : fault}
      hint={code || t('regionHint')}
    >
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
            placeholder={placeholder}
            onInput={({ currentTarget: { value } }) => {
              edit({ region_code: '', region_name: value });
              setActive(0);
              setWanted(false);
              setOpen(value.trim() !== '');
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              if (!isWanted) close();
            }}
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

interface Answer {
  readonly q: string;
  readonly hits: RegionHits;
}

/** The last answer, and the words that it is for. */
function useHits(typed: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ q: '', hits: [] });
  useEffect(() => {
    const q = typed.trim();
    if (q === '') {
      setAnswer({ q, hits: [] });
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.regions(q, abort.signal).then(
        (hits) => setAnswer({ q, hits: hits.slice(0, SHOWN) }),
        () => {
          // Overtaken by the next letter, or nobody answers: no suggestions.
          if (!abort.signal.aborted) setAnswer({ q, hits: [] });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed]);
  return answer;
}
