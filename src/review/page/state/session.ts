/** What holds for the whole visit: the database, the reviewer, the catalogue, and the words for codes. */
import { effect, signal } from '@preact/signals';
import type { Session, Words } from '../../api.js';
import { api } from './api-client.js';
import { language } from './language.js';

export const session = signal<Session | null>(null);
export const words = signal<Words>({});
/** Why there is no session yet, once it is known. */
export const sessionError = signal<unknown>(null);

export async function startSession(): Promise<void> {
  sessionError.value = null;
  try {
    session.value = await api.session();
  } catch (error) {
    sessionError.value = error;
  }
}

effect(() => {
  const wanted = language.value;
  api.words(wanted).then(
    (answer) => {
      if (wanted === language.value) words.value = answer;
    },
    () => undefined, // Codes are shown as they are.
  );
});

/** The word for a factor, a statistic, a qualifier or another code. */
export const wordFor = (code: string): string => words.value[code] ?? code;

export const indicatorName = (indicator: string): string =>
  session.value?.indicators[indicator]?.name ?? indicator;

/** A mark's `what`: the indicator of a figure, else the kind of what was set aside. */
export const nameOf = (what: string): string => session.value?.indicators[what]?.name ?? wordFor(what);
