/** A picture → the text of an SVG file, whose letters stay text; the same picture gives the same bytes. */
import { init } from './charts.js';
import type { Picture } from './options/page.js';

export function renderSvg({ option, width, height, title }: Picture): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return describe(withoutCounter(chart.renderToSVGString()), title);
  } finally {
    chart.dispose();
  }
}

/** Ids begin with how many pictures the process has drawn before; and what happens under a mouse is no part of a picture. */
function withoutCounter(svg: string): string {
  return (
    svg
      // takes `id="zr3-c0"`, `url(#zr3-c0)` and `href="#zr3-p1"`, not `zr3-c0` in a text
      .replace(/((?:\bid="|url\(#|href="#))zr\d+-/g, '$1')
      // takes ` class="zr3-cls-0"`; in a text the quotation mark is `&quot;`
      .replace(/ (?:class="zr\d+-cls-\d+"|pointer-events="visible")/g, '')
      .replace(/<style >.*?<\/style>\n?/gs, '')
  );
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The title for readers that don't see. */
function describe(svg: string, title: string): string {
  const escaped = title.replace(/[&<>]/g, (char) => ESCAPES[char]!);
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) => `<svg role="img" ${attributes}><title>${escaped}</title>`,
  );
}
