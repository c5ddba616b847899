// Makes table.csv beside it, and has LibreOffice save it as xlsx, xls and ods: `node test/read/files/make-sheets.mjs`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const ROWS = [
  ['云岭市2024年志愿服务情况统计表', '', '', ''],
  ['', '', '', '单位：万元'],
  ['地区', '志愿者（人）', '服务时长（小时）', '物资折价'],
  ['东山区', '8642', '102300', '312.5'],
  ['南江县', '6150', '75680', '204.8'],
  ['西河县', '5327', '"68,410"', '189.95'],
  ['北原县', '', '69610', '160'],
  ['合计', '20119', '316000', '867.25'],
  ['注：物资折价含市本级。', '', '', ''],
];
writeFileSync(join(here, 'table.csv'), ROWS.map((row) => row.join(',') + '\r\n').join(''));

const work = mkdtempSync(join(tmpdir(), 'make-'));
/** Commas, quotation marks, UTF-8, from the first line. */
const CSV = '--infilter=CSV:44,34,76,1';
for (const format of ['xlsx', 'xls', 'ods']) {
  execFileSync('soffice', [
    `-env:UserInstallation=file://${work}/profile`,
    '--headless',
    CSV,
    ...['--convert-to', format, '--outdir', work, join(here, 'table.csv')],
  ]);
  copyFileSync(join(work, `table.${format}`), join(here, `table.${format}`));
}
rmSync(work, { recursive: true });
