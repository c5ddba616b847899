/** The words around a figure: its sentence, or in a table, where a sentence is the number alone, its row. */
import type { FigureDetail } from '../../api.js';

export function Quote({ detail: { found, current } }: { detail: FigureDetail }) {
  const isAlone = found.quote.trim().length <= found.exact.length + 1;
  return (
    <span class="quote" lang="zh-CN">
      {isAlone ? (
        <>
          …{current.before}
          <b>{found.exact}</b>
          {current.after}…
        </>
      ) : (
        found.quote
      )}
    </span>
  );
}
