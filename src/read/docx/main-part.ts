/** Takes the XML of a docx body; gives it with what mammoth would drop put in words that it knows. */

/** Names of bookmarks that stand around the content of a text box; Word's own have no colon. */
export const TEXT_BOX_START = 'huibao:textbox';
export const TEXT_BOX_END = 'huibao:textbox-end';

const bookmark = (name: string): string => `<w:bookmarkStart w:id="0" w:name="${name}"/>`;

// An opening tag with its attributes: takes '<w:fldSimple w:instr=" IF a > b ">', not '<w:fldSimple/>'.
const SIMPLE_FIELD = /<w:fldSimple(?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>/g;
// What wraps the word itself: takes '<w:rubyBase>' and '</w:ruby>', not '<w:rubyAlign …/>'.
const RUBY_WRAP = /<\/?w:ruby(?:Base)?>/g;

/**
 * Marks text boxes, unwraps simple fields (whose result mammoth leaves out) and words with pinyin
 * above them (which it leaves out with the pinyin).
 */
export function prepareMainPart(xml: string): string {
  let text = xml;
  if (text.includes('<w:txbxContent>'))
    text = text
      .replaceAll('<w:txbxContent>', `<w:txbxContent>${bookmark(TEXT_BOX_START)}`)
      .replaceAll('</w:txbxContent>', `${bookmark(TEXT_BOX_END)}</w:txbxContent>`);
  if (text.includes('<w:fldSimple'))
    text = text.replace(SIMPLE_FIELD, '<w:smartTag>').replaceAll('</w:fldSimple>', '</w:smartTag>');
  if (text.includes('<w:ruby>')) text = without(text, '<w:rt>', '</w:rt>').replace(RUBY_WRAP, '');
  return text;
}

/** The text without what stands between the two tags; in one pass, whatever the nesting claims. */
function without(text: string, open: string, close: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, at)) {
    const to = text.indexOf(close, from);
    if (to < 0) break;
    kept.push(text.slice(at, from));
    at = to + close.length;
  }
  return kept.join('') + text.slice(at);
}
