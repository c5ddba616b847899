// Makes the fixtures beside it from report.mjs: `node test/read/files/make.mjs`.
// Needs LibreOffice (soffice) with a Chinese font for report.docx, report.doc, report.rtf, report.odt
// and report.pdf.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, copyFileSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { writeOfd } from './hand-made-ofd.mjs';
import { pdfFile } from './hand-made-pdf.mjs';
import { HEADER, REPORT, reportBlocks, typedLines } from './report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

// ── docx as a word processor would be given it ─────────────────────────────────────────────────

const run = (text, props = '') => `<w:r>${props}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (props, content) => `<w:p><w:pPr>${props}</w:pPr>${content}</w:p>`;
const numbered = (id, level) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const FIRST_LINE = '<w:ind w:firstLineChars="200" w:firstLine="480"/>';

function wordParagraph(part) {
  const note = part.note
    ? '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    : '';
  switch (part.kind) {
    case 'title':
      return paragraph('<w:pStyle w:val="Title"/>', run(part.text));
    case 'h1':
      return paragraph('<w:pStyle w:val="Heading1"/>', run(part.text));
    case 'h2':
      return paragraph('<w:pStyle w:val="Heading2"/>', run(part.text));
    case 'item':
      return paragraph(numbered(2, 0) + FIRST_LINE, run(part.text));
    case 'plain':
      return paragraph('', run(part.text));
    case 'table':
      return wordTable(part.rows);
    default:
      return paragraph('<w:jc w:val="both"/>' + FIRST_LINE, run(part.text) + note);
  }
}

function wordTable(rows) {
  const edge = (name) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('');
  const cell = (text) =>
    `<w:tc><w:tcPr><w:tcW w:w="2200" w:type="dxa"/></w:tcPr>${paragraph('', run(text))}</w:tc>`;
  const row = (cells, index) =>
    `<w:tr>${index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map(cell).join('')}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2200"/>'.repeat(4)}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`;
}

const level = (index, format, text, extra = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
const NUMBERING = `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="Heading1"/>')}${level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="Heading2"/>')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

const FONT =
  '<w:rFonts w:ascii="WenQuanYi Zen Hei" w:hAnsi="WenQuanYi Zen Hei" w:eastAsia="WenQuanYi Zen Hei"/>';
const style = (id, name, props, runProps) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${props}</w:pPr><w:rPr>${runProps}</w:rPr></w:style>`;
const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${FONT}<w:sz w:val="24"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="400" w:lineRule="exact"/></w:pPr></w:style>${style('Title', 'Title', '<w:spacing w:line="600" w:lineRule="exact"/><w:jc w:val="center"/>', '<w:sz w:val="36"/>')}${style('Heading1', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="30"/>')}${style('Heading2', 'heading 2', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:ind w:firstLineChars="200" w:firstLine="480"/><w:outlineLvl w:val="1"/>', '')}</w:styles>`;

const pageField = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const FOOTER = `${XML}<w:ftr ${W}>${paragraph('<w:jc w:val="center"/>', run('- ') + pageField + run(' -'))}</w:ftr>`;
const note = REPORT.find((part) => part.note)?.note;
const FOOTNOTES = `${XML}<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2">${paragraph('', '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>' + run(' ' + note, '<w:rPr><w:sz w:val="18"/></w:rPr>'))}</w:footnote></w:footnotes>`;

function wordFile() {
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1588" w:bottom="1440" w:left="1588" w:header="851" w:footer="851" w:gutter="0"/></w:sectPr>`;
  const body = REPORT.map(wordParagraph).join('');
  const part = (name, type) => `<Override PartName="/word/${name}.xml" ContentType="${CT}.${type}+xml"/>`;
  const link = (id, type, target) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const links = (items) =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${['styles', 'numbering', 'footnotes'].map((name) => part(name, name)).join('')}${part('header1', 'header')}${part('footer1', 'footer')}</Types>`,
    ),
    '_rels/.rels': strToU8(links([link('rId1', 'officeDocument', 'word/document.xml')])),
    'word/_rels/document.xml.rels': strToU8(
      links([
        link('rId1', 'styles', 'styles.xml'),
        link('rId2', 'numbering', 'numbering.xml'),
        link('rId3', 'footnotes', 'footnotes.xml'),
        link('rId4', 'header', 'header1.xml'),
        link('rId5', 'footer', 'footer1.xml'),
      ]),
    ),
    'word/document.xml': strToU8(
      `${XML}<w:document ${W} ${R}><w:body>${body}${section}</w:body></w:document>`,
    ),
    'word/styles.xml': strToU8(STYLES),
    'word/numbering.xml': strToU8(NUMBERING),
    'word/footnotes.xml': strToU8(FOOTNOTES),
    'word/header1.xml': strToU8(
      `${XML}<w:hdr ${W}>${paragraph('<w:jc w:val="center"/>', run(HEADER))}</w:hdr>`,
    ),
    'word/footer1.xml': strToU8(FOOTER),
  });
}

// ── Markdown as a person types it ──────────────────────────────────────────────────────────────

/** Lines of about 40 characters, as an editor breaks them: no number is cut. */
const wrap = (text) => text.replace(/[^]{38,}?(?=[^]{2})(?![，。、；：”）\d.])/g, '$&\n');

function markdownPart(part) {
  const text = (part.label ?? '') + (part.text ?? '');
  switch (part.kind) {
    case 'title':
      return `# ${text}`;
    case 'h1':
      return `## ${text}`;
    case 'h2':
      return `### **${text}**`;
    case 'item':
      return `${part.label} ${part.text.replace('。', '**。').replace(/^/, '**')}`;
    case 'table':
      return part.rows
        .flatMap((row, index) => [row, ...(index === 0 ? [row.map(() => '---')] : [])])
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n');
    default:
      return wrap(text) + (part.note ? '[^1]' : '');
  }
}

const markdownFile = () =>
  `<!-- 初稿 -->\n${REPORT.map(markdownPart).join('\n\n')}\n\n[^1]: ${REPORT.find((part) => part.note).note}\n`;

// ── PDF with a font that is named but not embedded, laid out here ──────────────────────────────

const PAGE = { width: 595, height: 842, left: 85, right: 510, top: 760, bottom: 90 };
const widthOf = (char, size) => (char.codePointAt(0) < 0x80 ? size / 2 : size);

/** Breaks text into lines; a line never starts with closing punctuation, as printers have it. */
function breakLines(text, size, width, indent) {
  const lines = [''];
  let used = indent;
  for (const char of text) {
    if (used + widthOf(char, size) > width + 0.01 && !'，。、；：）”！'.includes(char)) {
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += char;
    used += widthOf(char, size);
  }
  return lines;
}

function layOut() {
  const pages = [];
  let y = 0;
  const newPage = () => {
    y = PAGE.top;
    pages.push([
      { text: HEADER, x: 230, y: 800, size: 9 },
      { text: `第${pages.length + 1}页 共2页`, x: 270, y: 45, size: 9 },
    ]);
  };
  const put = (text, x, size, pitch) => {
    if (y < PAGE.bottom) newPage();
    pages.at(-1).push({ text, x, y, size });
    y -= pitch;
  };
  const flow = (text, size, indent, pitch) => {
    const lines = breakLines(text, size, PAGE.right - PAGE.left, indent);
    lines.forEach((line, index) => put(line, PAGE.left + (index === 0 ? indent : 0), size, pitch));
  };
  newPage();
  for (const part of REPORT) {
    const text = (part.label ?? '') + (part.text ?? '');
    if (part.kind === 'title') flow(text, 20, (425 - text.length * 20) / 2, 34);
    else if (part.kind === 'table')
      putTable(
        part.rows,
        put,
        pages,
        () => y,
        (to) => (y = to),
      );
    else flow(text, part.kind === 'h1' ? 15 : 12, part.kind === 'plain' ? 0 : 24, 21);
  }
  return pages;
}

/** A ruled table; its lines are drawn as strokes. */
function putTable(rows, put, pages, at, moveTo) {
  const edges = [85, 185, 295, 405, 510];
  if (at() - rows.length * 22 < PAGE.bottom) moveTo(0);
  if (at() === 0) put('', 0, 12, 0);
  const top = at() + 16;
  rows.forEach((row) => {
    const y = at();
    row.forEach((text, column) => {
      moveTo(y);
      put(text, edges[column] + 6, 12, 22);
    });
  });
  const bottom = top - rows.length * 22;
  for (let row = 0; row <= rows.length; row++)
    pages.at(-1).push({ line: [edges[0], top - row * 22, edges.at(-1), top - row * 22] });
  for (const x of edges) pages.at(-1).push({ line: [x, top, x, bottom] });
}

// ── write ──────────────────────────────────────────────────────────────────────────────────────

writeFileSync(join(here, 'report.txt'), typedLines().join('\n') + '\n');
writeFileSync(join(here, 'report.md'), markdownFile());
writeFileSync(join(here, 'report-typed.docx'), wordFile());
writeFileSync(join(here, 'report-stsong.pdf'), pdfFile(layOut()));
writeFileSync(
  join(here, 'report.zip'),
  zipSync({ '东山区/汇报.txt': [strToU8(typedLines().join('\n')), { mtime: '2024-03-01' }] }),
);
const page = typedLines().map((line, index) => (index === 0 ? `<h1>${line}</h1>` : `<p>${line}</p>`));
writeFileSync(
  join(here, 'report.html'),
  `<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>${REPORT[0].text}</title></head>\n<body>\n${page.join('\n')}\n</body></html>\n`,
);
const quoted = (text) =>
  Array.from(Buffer.from(text), (byte) =>
    byte === 0x3d || byte > 0x7e
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  ).join('');
writeFileSync(
  join(here, 'report.mht'),
  [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="----=_NextPart_01"',
    '',
    '------=_NextPart_01',
    'Content-Location: file:///C:/report.htm',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Type: text/html; charset="utf-8"',
    '',
    quoted(
      `<html><head><title>${REPORT[0].text}</title></head><body>${page.join('\n')}</body></html>`,
    ).replace(/(?:[^=\n]|=..){1,70}(?=.)/g, '$&=\r\n'),
    '------=_NextPart_01',
    'Content-Location: file:///C:/header.htm',
    'Content-Type: text/html; charset="utf-8"',
    '',
    '<html><body><p>- 1 -</p></body></html>',
    '------=_NextPart_01--',
    '',
  ].join('\r\n'),
);
writeFileSync(
  join(here, 'report.eml'),
  [
    'From: dongshan@example.com',
    'To: yunling@example.com',
    `Subject: =?utf-8?B?${Buffer.from(REPORT[0].text).toString('base64')}?=`,
    'Date: Fri, 1 Mar 2024 09:30:00 +0800',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(typedLines().slice(1).join('\n')).toString('base64').replace(/.{76}/g, '$&\n'),
    '',
  ].join('\r\n'),
);
writeFileSync(join(here, 'report.ofd'), writeOfd(reportBlocks(), { style: 'run', size: 13, header: HEADER }));

const work = mkdtempSync(join(tmpdir(), 'make-'));
const office = (to, from) =>
  execFileSync('soffice', [
    `-env:UserInstallation=file://${work}/profile`,
    '--headless',
    ...['--convert-to', to, '--outdir', work, from],
  ]);
copyFileSync(join(here, 'report-typed.docx'), join(work, 'report.docx'));
office('odt', join(work, 'report.docx'));
office('docx', join(work, 'report.odt'));
office('pdf', join(work, 'report.odt'));
office('doc', join(work, 'report.odt'));
office('rtf', join(work, 'report.odt'));
const lock = { EncryptFile: true, DocumentOpenPassword: 'secret' };
const typed = Object.entries(lock).map(([key, value]) => [key, { type: typeof value, value: String(value) }]);
writeFileSync(join(work, 'locked.txt'), '加密的汇报\n');
office(`pdf:writer_pdf_Export:${JSON.stringify(Object.fromEntries(typed))}`, join(work, 'locked.txt'));
for (const name of ['report.docx', 'report.doc', 'report.rtf', 'report.odt', 'report.pdf', 'locked.pdf'])
  copyFileSync(join(work, name), join(here, name));
rmSync(work, { recursive: true });
