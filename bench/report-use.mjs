/** Loaded into a measured process by `--import`: writes what it and the processes that it started used in all to the file HUIBAO_BENCH_USE. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setInterval } from 'node:timers';
import { isMainThread } from 'node:worker_threads';

const SAMPLE_MS = 50;

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // another system, or the process is gone
    return '';
  }
};

/** Bytes of a memory figure of /proc: takes "VmHWM:   88064 kB". */
const memory = (id, name) =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${id}/status`))?.[1] ?? 0) * 1024;

const children = () =>
  read(`/proc/self/task/${process.pid}/children`)
    .split(' ')
    .filter((id) => id !== '');

/** The most that this process and its children were seen to hold together. */
let mostTogether = 0;

function sample() {
  const ids = children();
  if (ids.length === 0) return;
  const together = ['self', ...ids].reduce((sum, id) => sum + memory(id, 'VmRSS'), 0);
  mostTogether = Math.max(mostTogether, together);
}

/**
 * `resourceUsage` alone will not do where /proc tells: on Linux it starts with the memory of the process that started
 * this one.
 */
function peakMemory() {
  const own = memory('self', 'VmHWM') || process.resourceUsage().maxRSS * 1024;
  return Math.max(own, mostTogether);
}

/** Of children that have ended: fields 16 and 17 of /proc/self/stat, in hundredths of a second. */
function cpuOfChildren() {
  // the name in brackets may hold blanks
  const fields = read('/proc/self/stat').split(') ').at(-1).split(' ');
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100;
}

function use() {
  const { user, system } = process.cpuUsage();
  return { peakBytes: peakMemory(), cpuSeconds: (user + system) / 1e6 + cpuOfChildren() };
}

if (isMainThread) {
  setInterval(sample, SAMPLE_MS).unref();
  process.on('exit', () => writeFileSync(process.env.HUIBAO_BENCH_USE, JSON.stringify(use())));
}
