/** What stands in a folder and is no ordinary file: links that lead in circles or to devices, pipes, files without end. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';

const GIGABYTE = 1024 ** 3;

/** Puts them into a folder. @param {Buffer} report a sound one */
export function makePlaces(folder, report) {
  const at = (name) => join(folder, name);
  const link = (target, name) => symlinkSync(target, at(name));
  link('loop-b.txt', 'loop-a.txt');
  link('loop-a.txt', 'loop-b.txt');
  link('self.txt', 'self.txt');
  link('nowhere.txt', 'leads-nowhere.txt');
  link('/dev/zero', 'zero.txt');
  link('/dev/stdin', 'stdin.txt');
  link('/dev/full', 'full.txt');
  link('/proc/self/mem', 'memory.txt');
  link('/proc/self/environ', 'environment.txt');
  link('/proc/self/status', 'process.txt');
  mkdirSync(at('folder'));
  writeFileSync(at('folder/report.txt'), report);
  link('..', 'folder/up');
  link('.', 'folder/here');
  link('folder', 'folder-again');
  link('folder/report.txt', 'report-again.txt');
  mkdirSync(at('named-like-a-file.txt'));
  writeFileSync(at('empty.txt'), '');
  writeFileSync(at('empty.docx'), '');
  writeFileSync(at('one-byte.pdf'), '%');
  execFileSync('mkfifo', [at('pipe.txt')]);
  for (const [name, size] of [['sparse.txt', 10 * GIGABYTE], ['sparse.docx', 10 * GIGABYTE], ['a-quarter-of-a-gigabyte.pdf', GIGABYTE / 4]]) sparse(at(name), size); // prettier-ignore
  const deep = at(Array.from({ length: 60 }, () => 'deep').join('/'));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, 'report.txt'), Buffer.concat([report, Buffer.from('\n')]));
}

function sparse(path, size) {
  const file = openSync(path, 'w');
  ftruncateSync(file, size);
  closeSync(file);
}

/** Files and a folder that nobody but the system's administrator may read. */
export function makeUnreadable(folder, report) {
  writeFileSync(join(folder, 'readable.txt'), report);
  writeFileSync(join(folder, 'unreadable.txt'), report);
  chmodSync(join(folder, 'unreadable.txt'), 0);
  mkdirSync(join(folder, 'closed'));
  writeFileSync(join(folder, 'closed/report.txt'), report);
  chmodSync(join(folder, 'closed'), 0);
}

/** Rewrites files again and again, cut, whole and gone; what it gives ends that. */
export function keepChanging(folder, report) {
  const names = ['changes-1.txt', 'changes-2.txt', 'changes-3.docx', 'changes-4.pdf'].map((name) =>
    join(folder, name),
  );
  let turn = 0;
  const change = () => {
    turn++;
    names.forEach((name, i) =>
      writeFileSync(name, report.subarray(0, turn % 3 === i % 3 ? report.length : (report.length * (turn % 7)) / 7)),
    ); // prettier-ignore
  };
  change();
  const timer = setInterval(change, 3);
  return () => clearInterval(timer);
}
