/** A command in; out the calls to the network that it made, by strace, where that is installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether system calls can be watched here. */
export function canWatch() {
  try {
    execFileSync('strace', ['-f', '-e', 'trace=connect', process.execPath, '-e', '0'], {
      stdio: 'ignore',
      timeout: 20_000,
    });
    return true;
  } catch {
    return false;
  }
}

/** What stands in front of a command so that its calls to the network land in `log`. */
export const watcher = (log) => [
  'strace',
  '-f',
  '-qq',
  '--seccomp-bpf',
  '-e',
  'trace=connect,bind,sendto',
  '-o',
  log,
];

/** Calls with an address of the internet; sockets between processes of this machine are none. */
export const networkCalls = (log) =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line.includes('AF_INET'))
    : [];
