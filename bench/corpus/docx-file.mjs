/** A report in; out the bytes of a docx that weighs what an office program's does: styles, numbering, many runs. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Word breaks runs where the script changes. Takes 招募志愿者, then 1,200, then 名. */
const RUN = /[0-9A-Za-z.,%]+|[^0-9A-Za-z.,%]+/g;

function runs(text, size = 32) {
  const properties = `<w:rPr><w:rFonts w:ascii="FangSong" w:eastAsia="FangSong" w:hAnsi="FangSong" w:cs="Times New Roman" w:hint="eastAsia"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  return text
    .match(RUN)
    .map(
      (part) => `<w:r w:rsidR="00A77B3E">${properties}<w:t xml:space="preserve">${escape(part)}</w:t></w:r>`,
    )
    .join('');
}

const paragraph = (properties, text, size) =>
  `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr>${properties}<w:spacing w:line="560" w:lineRule="exact"/></w:pPr>${runs(text, size)}</w:p>`;

const numbered = (id) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;

const PARAGRAPH = {
  heading: (text) => paragraph(`<w:pStyle w:val="Heading1"/>${numbered(1)}`, text),
  paragraph: (text) => paragraph('<w:ind w:firstLineChars="200" w:firstLine="640"/>', text),
  item: (text) => paragraph(`<w:pStyle w:val="ListParagraph"/>${numbered(2)}`, text),
  signature: (text) => paragraph('<w:jc w:val="right"/>', text),
};

function table(rows) {
  const cell = (text) =>
    `<w:tc><w:tcPr><w:tcW w:w="2130" w:type="dxa"/></w:tcPr>${paragraph('', text, 24)}</w:tc>`;
  const row = (cells, i) =>
    `<w:tr>${i === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map(cell).join('')}</w:tr>`;
  const grid = rows[0].map(() => '<w:gridCol w:w="2130"/>').join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`;
}

const body = ({ title, blocks }) =>
  `${HEADER}<w:document ${W}><w:body>${paragraph('<w:pStyle w:val="Title"/>', title, 44)}${blocks
    .map((block) => (block.kind === 'table' ? table(block.rows) : PARAGRAPH[block.kind](block.text)))
    .join(
      '',
    )}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`;

/** About 30 KB: the list of latent styles that Word writes into every document is most of it. */
function styles() {
  const bases = ['Light Shading', 'Light List', 'Light Grid', 'Medium Shading 1', 'Medium Shading 2', 'Medium List 1', 'Medium List 2', 'Medium Grid 1', 'Medium Grid 2', 'Medium Grid 3', 'Dark List', 'Colorful Shading', 'Colorful List', 'Colorful Grid', 'Grid Table 1 Light', 'Grid Table 2', 'Grid Table 3', 'Grid Table 4', 'Grid Table 5 Dark', 'Grid Table 6 Colorful', 'Grid Table 7 Colorful', 'List Table 1 Light', 'List Table 2', 'List Table 3', 'List Table 4', 'List Table 5 Dark', 'List Table 6 Colorful', 'List Table 7 Colorful']; // prettier-ignore
  const latent = bases.flatMap((base) =>
    ['', ' Accent 1', ' Accent 2', ' Accent 3', ' Accent 4', ' Accent 5', ' Accent 6'].map(
      (accent, i) =>
        `<w:lsdException w:name="${base}${accent}" w:semiHidden="0" w:uiPriority="${60 + i}" w:unhideWhenUsed="0" w:qFormat="0"/>`,
    ),
  );
  const style = (id, name, type, inner = '') =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>${inner}<w:rPr><w:rFonts w:eastAsia="SimHei"/><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>`;
  const outline = (level) => `<w:pPr><w:keepNext/><w:keepLines/><w:outlineLvl w:val="${level}"/></w:pPr>`;
  const named = [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) =>
      style(`Heading${n}`, `heading ${n}`, 'paragraph', outline(n - 1)),
    ),
    style('Title', 'Title', 'paragraph'),
    style('ListParagraph', 'List Paragraph', 'paragraph'),
    style('Header', 'header', 'paragraph'),
    style('Footer', 'footer', 'paragraph'),
    style('Strong', 'Strong', 'character'),
    style('TableGrid', 'Table Grid', 'table'),
  ];
  return `${HEADER}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:count="276">${latent.join('')}</w:latentStyles><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${named.join('')}</w:styles>`;
}

const level = (format, text) =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
const NUMBERING = `${HEADER}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level('chineseCountingThousand', '%1、')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

const override = (part, type) => `<Override PartName="/${part}" ContentType="${type}"/>`;
const CONTENT_TYPES = `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('word/document.xml', `${WORD}.document.main+xml`)}${override('word/styles.xml', `${WORD}.styles+xml`)}${override('word/numbering.xml', `${WORD}.numbering+xml`)}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`;

const relation = (id, type, target) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relations = (...list) =>
  `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;

const core = (title) =>
  `${HEADER}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title></cp:coreProperties>`;

const FIXED = {
  '[Content_Types].xml': strToU8(CONTENT_TYPES),
  '_rels/.rels': strToU8(
    relations(
      relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
      relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
  ),
  'word/_rels/document.xml.rels': strToU8(
    relations(
      relation('rId1', `${OFFICE}/styles`, 'styles.xml'),
      relation('rId2', `${OFFICE}/numbering`, 'numbering.xml'),
    ),
  ),
  'word/styles.xml': strToU8(styles()),
  'word/numbering.xml': strToU8(NUMBERING),
};

/** Zip keeps local time without a zone, so this is the same everywhere. */
const MADE = new Date(2024, 0, 1);

export function encodeDocx(report) {
  const parts = {
    ...FIXED,
    'docProps/core.xml': strToU8(core(report.title)),
    'word/document.xml': strToU8(body(report)),
  };
  return zipSync(parts, { mtime: MADE, level: 6 });
}
