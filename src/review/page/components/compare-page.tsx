/** The compare page, loaded when it is first opened: the review does not wait for it. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CompareRoute } from '../logic/compare-route.js';
import { Unreachable } from '../state/api-client.js';
import type { CompareView } from './compare-view.js';
import { Failure, Waiting } from './states.js';

const view = signal<typeof CompareView | null>(null);
const error = signal<unknown>(null);

async function load(): Promise<void> {
  error.value = null;
  try {
    view.value = (await import('./compare-view.js')).CompareView;
  } catch {
    error.value = new Unreachable('stopped');
  }
}

export function ComparePage(route: CompareRoute) {
  useEffect(() => void (view.peek() ?? load()), []);
  const { value: View } = view;
  if (View) return <View {...route} />;
  if (error.value) return <Failure error={error.value} retry={() => void load()} />;
  return <Waiting />;
}
