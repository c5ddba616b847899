/** Loaded into a measured process by `--import`: writes what it used in all to the file HUIBAO_BENCH_USE. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

/**
 * The high-water mark of the process's own memory, in bytes. `resourceUsage` alone will not do where /proc tells: on Linux it
 * starts with the memory of the process that started this one.
 */
function peakMemory() {
  try {
    // Takes "VmHWM:   88064 kB".
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

function use() {
  const { user, system } = process.cpuUsage();
  return { peakBytes: peakMemory(), cpuSeconds: (user + system) / 1e6 };
}

if (isMainThread)
  process.on('exit', () => writeFileSync(process.env.HUIBAO_BENCH_USE, JSON.stringify(use())));
