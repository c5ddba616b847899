/** Takes the XML of a docx body; gives it with what mammoth would drop put in words that it knows. */
import { without } from '../../text/without.js';

/** Names of bookmarks that stand around the content of a text box; Word's own have no colon. */
export const TEXT_BOX_START = 'huibao:textbox';
export const TEXT_BOX_END = 'huibao:textbox-end';

const bookmark = (name: string): string => `<w:bookmarkStart w:id="0" w:name="${name}"/>`;

// An opening tag with its attributes: takes '<w:fldSimple w:instr=" IF a > b ">', not '<w:fldSimple/>'.
const SIMPLE_FIELD = /<w:fldSimple(?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>/g;
// What wraps the word itself: takes '<w:rubyBase>' and '</w:ruby>', not '<w:rubyAlign …/>'.
const RUBY_WRAP = /<\/?w:ruby(?:Base)?>/g;

const WORDPROCESSING = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
// Looks that say more than looks: takes '<w:del w:id="1"/>' (the paragraph was deleted) and what holds others inside
// it, '<w:rPrChange …>'; must not take '<w:rFonts …/>', '<w:sz w:val="32"/>'.
const TELLING_LOOKS = /<w:(?:del|ins|move|rPr)/;

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
  return withoutLooks(text);
}

// Looks of paragraphs and cells, of which mammoth keeps what is not used here. Takes '<w:spacing w:line="560"/>' and
// '<w:jc/>'; must not take '<w:gridSpan w:val="2"/>', '<w:numPr/>' or a tag with '>' in an attribute.
const LOOKS =
  /<w:(?:spacing|ind|jc|shd|tcW|vAlign|noWrap|hideMark|textAlignment|textDirection|(?:widow|snapToGrid|autoSpace|adjustRightInd|keep|kinsoku|wordWrap|overflowPunct|topLinePunct|suppress|contextualSpacing|mirrorIndents)\w*|proofErr|lastRenderedPageBreak)(?: [^<>]*)?\/>/g;
// Which editing session wrote a paragraph. Takes ' w:rsidR="00A77B3E"' behind '<w:p'; must not take 'w:val="1"'.
const SESSIONS = /(<w:(?:p|r|tr))(?: (?:w:rsid\w*|w14:(?:paraId|textId))="[0-9A-F]*")+/g;

/**
 * Without looks: fonts, sizes, colours and spacing are two thirds of what Word writes, hold no word, and take
 * mammoth as long to read as all the rest. A `<` inside a text or an attribute is always escaped, so that a tag
 * is a tag unless comments or CDATA are about.
 */
function withoutLooks(xml: string): string {
  if (!xml.includes(WORDPROCESSING) || xml.includes('<!--') || xml.includes('<![CDATA[')) return xml;
  return withoutRunLooks(xml).replace(LOOKS, '').replace(SESSIONS, '$1');
}

const withoutRunLooks = (xml: string): string =>
  without(xml, '<w:rPr>', '</w:rPr>', (looks) => TELLING_LOOKS.test(looks));
