// An OFD writer for tests: reports laid out as the producers in use do it, one text object a line, a run or a character.
import { strToU8, zipSync } from 'fflate';

/** `line`: as converters of word files; `run`: as word processors with an OFD printer; `character`: as PDF converters. */
export const OFD_STYLES = ['line', 'run', 'character'];

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeText = (text) => text.replace(/[&<>"]/g, (char) => ESCAPES[char]);

// ── layout: what is printed where, in millimetres ──────────────────────────────────────────────

const MM = 25.4 / 72;
const PAGE = { width: 210, height: 297, left: 28, right: 184, top: 37, bottom: 262 };
/** Of one line of text to the next, in ems. */
const PITCH = 1.75;
const CLOSING = '，。、；：？！）》〉】〕”’％%';
const OPENING = '（《〈【〔“‘';

const round = (value) => Math.round(value * 10_000) / 10_000;
const emsOf = (char) => (char.codePointAt(0) < 0x80 ? 0.5 : 1);
const widthOf = (text, size) => Array.from(text).reduce((sum, char) => sum + emsOf(char) * size, 0);

// What is not broken at a line end: takes '25719' and 'WPS2019', not '志愿'. Converters from PDF break anywhere.
const WORDS = /[A-Za-z0-9.,:+/-]+|./gsu;

/** Lines of a paragraph; none starts with closing punctuation or ends with an opening bracket. */
function breakLines(text, size, width, indent, style) {
  const lines = [''];
  let used = indent;
  for (const word of style === 'character' ? Array.from(text) : (text.match(WORDS) ?? [])) {
    const line = lines.at(-1);
    if (used + widthOf(word, size) > width + 0.01 && line !== '' && !CLOSING.includes(word)) {
      const carried = OPENING.includes(line.at(-1)) && line.length > 1 ? line.at(-1) : '';
      lines[lines.length - 1] = line.slice(0, line.length - carried.length);
      lines.push(carried);
      used = widthOf(carried, size);
    }
    lines[lines.length - 1] += word;
    used += widthOf(word, size);
  }
  return lines;
}

/** Pages of `{ text, x, y, size }` (y of the baseline) and `{ line: [x1, y1, x2, y2] }`. */
function layOut(blocks, style, body) {
  const pages = [[]];
  let y = PAGE.top;
  const room = (height) => {
    if (y + height <= PAGE.bottom) return;
    pages.push([]);
    y = PAGE.top;
  };
  const width = PAGE.right - PAGE.left;
  const paragraph = ({ text, size: points = body, centred = false, indent = !centred }) => {
    const size = points * MM;
    const first = indent ? 2 * size : 0;
    breakLines(text, size, width, first, style).forEach((line, index) => {
      room(size);
      const free = centred ? (width - widthOf(line, size)) / 2 : index === 0 ? first : 0;
      pages.at(-1).push({ text: line, x: PAGE.left + free, y: y + size, size });
      y += PITCH * size;
    });
  };
  const table = (rows) => {
    const size = 0.8 * body * MM;
    const columns = Math.max(...rows.map((row) => row.length));
    const edges = Array.from({ length: columns + 1 }, (_, i) => PAGE.left + (i * width) / columns);
    let top = y;
    const rule = (from) => {
      for (const x of edges) pages.at(-1).push({ line: [x, from, x, y] });
    };
    for (const row of rows) {
      const cells = row.map((text) => breakLines(text, size, width / columns - size, 0, style));
      const height = (Math.max(1, ...cells.map((lines) => lines.length)) - 1) * 1.3 * size + 2 * size;
      if (y + height > PAGE.bottom) {
        rule(top);
        room(height);
        top = y;
      }
      if (y === top) pages.at(-1).push({ line: [PAGE.left, y, PAGE.right, y] });
      cells.forEach((lines, column) =>
        lines.forEach((text, index) => {
          const place = { x: edges[column] + size / 2, y: y + 1.4 * size + index * 1.3 * size };
          pages.at(-1).push({ text, ...place, size });
        }),
      );
      y += height;
      pages.at(-1).push({ line: [PAGE.left, y, PAGE.right, y] });
    }
    rule(top);
    y += body * MM;
  };
  for (const block of blocks) {
    if (typeof block === 'string') paragraph({ text: block });
    else if (block.rows) table(block.rows);
    else paragraph(block);
  }
  return pages;
}

// ── graphic objects, without the prefix ────────────────────────────────────────────────────────

/** A list of steps, equal ones in a row in the short form. */
function steps(values) {
  const words = [];
  for (let at = 0; at < values.length;) {
    let count = 1;
    while (values[at + count] === values[at]) count += 1;
    words.push(count > 1 ? `g ${count} ${values[at]}` : `${values[at]}`);
    at += count;
  }
  return words.join(' ');
}

function textObject(id, { text, x, y, size }) {
  const chars = Array.from(text);
  const advances = chars.slice(0, -1).map((char) => round(emsOf(char) * size));
  const delta = advances.length > 0 ? ` DeltaX="${steps(advances)}"` : '';
  const box = [x, y - 0.86 * size, widthOf(text, size), size].map(round).join(' ');
  return `<TextObject ID="${id()}" Boundary="${box}" Font="3" Size="${round(size)}"><TextCode X="0" Y="${round(0.86 * size)}"${delta}>${escapeText(text)}</TextCode></TextObject>`;
}

// Where a word processor begins a new run: takes '志愿者', '25719' and '，'.
const RUNS =
  /[A-Za-z0-9.,:%+/-]+|[“”‘’（）《》〔〕—…、，。；：]|[^A-Za-z0-9.,:%+/“”‘’（）《》〔〕—…、，。；：-]+/gu;

function runObjects(id, { text, x, y, size }) {
  let at = x;
  return (text.match(RUNS) ?? []).map((run) => {
    const object = textObject(id, { text: run, x: at, y, size });
    at += widthOf(run, size);
    return object;
  });
}

/** Converters from PDF keep the units and the places of the PDF in the transform of each glyph. */
function characterObjects(id, { text, x, y, size }) {
  const scale = 0.017638;
  let at = x;
  return Array.from(text).map((char) => {
    const box = [at, y - 0.86 * size, emsOf(char) * size * 0.96, size].map(round);
    const [left, base] = [at / scale, -((PAGE.height - y) / scale)];
    const shift = [-box[0], PAGE.height - box[1]].map(round).join(' ');
    at += emsOf(char) * size;
    if (char.trim() === '') return '';
    return `<TextObject ID="${id()}" CTM="${scale} 0 0 ${scale} ${shift}" Boundary="${box.join(' ')}" Font="5" Size="${round(size / scale)}" Fill="true"><FillColor Value="0 0 0"/><CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><Glyphs>${char.codePointAt(0) % 4096}</Glyphs></CGTransform><TextCode X="${round(left)}" Y="${round(base)}">${escapeText(char)}</TextCode></TextObject>`;
  });
}

/** A line: stroked, or as a thin shape that is filled. */
function pathObject(id, [x1, y1, x2, y2], style) {
  const thick = 0.18;
  const [width, height] = [x2 - x1, y2 - y1];
  if (style !== 'character') {
    const box = [x1, y1, Math.max(width, thick), Math.max(height, thick)].map(round).join(' ');
    return `<PathObject ID="${id()}" Boundary="${box}" LineWidth="${thick}"><AbbreviatedData>M 0 0 L ${round(width)} ${round(height)} </AbbreviatedData></PathObject>`;
  }
  const [w, h] = [Math.max(width, thick), Math.max(height, thick)].map(round);
  const box = [x1, y1, w, h].map(round).join(' ');
  return `<PathObject ID="${id()}" Boundary="${box}" Stroke="false" Fill="true"><FillColor Value="0 0 0"/><AbbreviatedData>M 0 0 L ${w} 0 L ${w} ${h} L 0 ${h} C</AbbreviatedData></PathObject>`;
}

function objectsOf(id, marks, style) {
  return marks.flatMap((mark) => {
    if (mark.line) return [pathObject(id, mark.line, style)];
    if (style === 'run') return runObjects(id, mark);
    return style === 'character' ? characterObjects(id, mark) : [textObject(id, mark)];
  });
}

// ── the package ────────────────────────────────────────────────────────────────────────────────

const NAMESPACE = 'http://www.ofdspec.org/2016';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** With `ofd:` before each name, as most producers have it; converters from PDF use a default namespace. */
function xml(root, style) {
  if (style === 'character') return DECLARATION + root.replace(/^<\w+/, `$& xmlns="${NAMESPACE}"`);
  const prefixed = root.replace(/<(\/?)(?=[A-Za-z])/g, '<$1ofd:');
  return DECLARATION + prefixed.replace(/^<[\w:]+/, `$& xmlns:ofd="${NAMESPACE}"`);
}

const pageXml = (content) =>
  content.startsWith('<Page') ? content : `<Page><Content><Layer ID="2">${content}</Layer></Content></Page>`;

/** A package of pages that are given as XML; see the declarations for what may be added. */
export function packOfd(
  { pages = [], templates = [], common = '', behind = '', files = {} },
  { style = 'line', title = '', created = '2020-03-02' } = {},
) {
  const path = (kind, index) => `${kind}_${index}/Content.xml`;
  const locations = pages.map((_, i) => `<Page ID="${i + 1}" BaseLoc="Pages/${path('Page', i)}"/>`).join('');
  const templatePages = templates
    .map((_, i) => `<TemplatePage ID="${90_000 + i}" BaseLoc="Tpls/${path('Tpl', i)}"/>`)
    .join('');
  const info = `<DocInfo><DocID>0123456789abcdef0123456789abcdef</DocID><Title>${escapeText(title)}</Title><CreationDate>${created}</CreationDate></DocInfo>`;
  const parts = {
    'OFD.xml': `<OFD DocType="OFD" Version="1.1"><DocBody>${info}<DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>`,
    'Doc_0/Document.xml': `<Document><CommonData><MaxUnitID>99999</MaxUnitID><PageArea><PhysicalBox>0 0 ${PAGE.width} ${PAGE.height}</PhysicalBox></PageArea>${common}${templatePages}</CommonData><Pages>${locations}</Pages>${behind}</Document>`,
    ...Object.fromEntries(pages.map((page, i) => [`Doc_0/Pages/${path('Page', i)}`, pageXml(page)])),
    ...Object.fromEntries(templates.map((page, i) => [`Doc_0/Tpls/${path('Tpl', i)}`, pageXml(page)])),
  };
  const entries = {
    ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(xml(part, style))])),
    ...Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]),
    ),
  };
  return zipSync(entries, { mtime: new Date(2020, 2, 2) });
}

/** Paragraphs and tables as the pages of a report. */
export function writeOfd(blocks, options = {}) {
  const { style = 'line', header = '', size = 16 } = options;
  let last = 2;
  const id = () => (last += 1);
  const laidOut = layOut(blocks, style, size);
  const small = 9 * MM;
  const head = header === '' ? [] : [{ text: header, x: 85, y: 22, size: small }];
  const templates = head.length > 0 ? [objectsOf(id, head, style).join('')] : [];
  const template = head.length > 0 ? '<Template TemplateID="90000" ZOrder="Background"/>' : '';
  const pages = laidOut.map((marks, index) => {
    const number = { text: `— ${index + 1} —`, x: 160, y: 278, size: 14 * MM };
    const objects = objectsOf(id, [number, ...marks], style).join('');
    return `<Page>${template}<Content><Layer ID="2" Type="Body">${objects}</Layer></Content></Page>`;
  });
  return packOfd({ pages, templates }, options);
}
