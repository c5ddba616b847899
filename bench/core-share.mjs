/**
 * Gives each process of a program a part of a core and no more, as if it had a slower one for itself: what several
 * processes gain can then be measured on a machine with fewer cores than they would use. By control groups of Linux
 * (version 1), as root.
 */
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';

/** Between two looks for new processes; those of a worker live for seconds. */
const LOOK_MS = 5;
/** A process that has used its share of such a period waits for the next one; short, so that none waits noticeably. */
const PERIOD_US = 20_000;

const ROOT = '/sys/fs/cgroup/cpu';

/**
 * Limits a process and all those that it starts, each by itself; gives what ends the watch once they are over.
 * @param {number} pid
 * @param {number} share of a core, above 0
 * @throws where the system has none or does not let it
 */
export function shareCores(pid, share) {
  if (!existsSync(join(ROOT, 'cgroup.procs')))
    throw new Error('--core-share needs control groups of Linux, version 1');
  const groups = new Map();
  const add = (one) => {
    if (groups.has(one)) return;
    const group = join(ROOT, `huibao-bench-${process.pid}-${one}`);
    groups.set(one, group);
    mkdirSync(group);
    write(group, 'cpu.cfs_period_us', PERIOD_US);
    write(group, 'cpu.cfs_quota_us', share * PERIOD_US);
    try {
      write(group, 'cgroup.procs', one);
    } catch (error) {
      // it has ended
      if (error.code !== 'ESRCH') throw error;
    }
  };
  const addAll = (one) => {
    add(one);
    for (const child of childrenOf(one)) addAll(child);
  };
  addAll(pid);
  const timer = setInterval(() => addAll(pid), LOOK_MS);
  return () => {
    clearInterval(timer);
    for (const group of groups.values()) rmdirSync(group);
  };
}

function write(group, name, value) {
  writeFileSync(join(group, name), String(value));
}

function childrenOf(pid) {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return list === '' ? [] : list.split(' ').map(Number);
  } catch {
    // it has ended
    return [];
  }
}
