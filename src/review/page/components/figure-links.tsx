/** A list of figures outside the queue; each leads to its figure in the review. */
import type { ListedFigure } from '../../api.js';
import { formatRoute } from '../logic/route.js';
import { FigureLines } from './queue-row.js';

export function FigureLinks({ figures }: { figures: readonly ListedFigure[] }) {
  return (
    <ul class="figure-links">
      {figures.map((figure) => (
        <li key={figure.figure_id}>
          <a
            class={`row ${figure.decision ? `row-${figure.decision}` : ''}`}
            href={formatRoute({
              page: 'queue',
              filter: {
                status: figure.needs_review && !figure.decision ? 'open' : 'all',
                document: figure.document_id,
              },
              figure: figure.figure_id,
            })}
          >
            <FigureLines figure={figure} />
          </a>
        </li>
      ))}
    </ul>
  );
}
