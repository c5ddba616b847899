/** The formats that are XML in a zip, as far as an attack has to look like one of them: what goes around its XML. */

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
const ODF_TEXT = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';

/**
 * `main` is the part that holds the text, `before` and `after` what stands around its body, `tag` an element that may be
 * nested, `paragraph` one with words in it, `others` the parts without which it is no file of the format.
 */
export const PACKAGES = {
  docx: {
    main: 'word/document.xml',
    before: `<w:document xmlns:w="${W}"><w:body>`,
    after: '</w:body></w:document>',
    tag: 'w:sdt',
    paragraph: (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`,
    others: { '[Content_Types].xml': TYPES },
  },
  odt: {
    main: 'content.xml',
    before: `<office:document-content xmlns:office="${OFFICE}" xmlns:text="${ODF_TEXT}"><office:body><office:text>`,
    after: '</office:text></office:body></office:document-content>',
    tag: 'text:section',
    paragraph: (text) => `<text:p>${text}</text:p>`,
    others: { mimetype: 'application/vnd.oasis.opendocument.text' },
  },
  xlsx: {
    main: 'xl/worksheets/sheet1.xml',
    before: `<worksheet xmlns="${S}"><sheetData>`,
    after: '</sheetData></worksheet>',
    tag: 'row',
    paragraph: (text) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`,
    others: {
      '[Content_Types].xml': TYPES,
      'xl/workbook.xml': `${XML}<workbook xmlns="${S}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
  },
  ofd: {
    main: 'Doc_0/Pages/Page_0/Content.xml',
    before: '<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="1">',
    after: '</ofd:Layer></ofd:Content></ofd:Page>',
    tag: 'ofd:PageBlock',
    paragraph: (text) =>
      `<ofd:TextObject ID="2" Boundary="10 10 100 10" Font="1" Size="4"><ofd:TextCode X="0" Y="4">${text}</ofd:TextCode></ofd:TextObject>`,
    others: {
      'OFD.xml':
        '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
      'Doc_0/Document.xml':
        '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    },
  },
};

/** Entries of a package with this main part. */
export const entriesOf = ({ main, others }, xml) => [
  ...Object.entries(others).map(([name, text]) => ({ name, data: Buffer.from(text) })),
  { name: main, data: Buffer.from(xml) },
];

/** The main part with this body, and a document type declaration if there is one. */
export const xmlOf = ({ before, after }, body, declaration = '') =>
  `${XML}${declaration}${before}${body}${after}`;
