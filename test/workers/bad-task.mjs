/** In place of `task.ts`: what a file's text says happens to the process that reads it. */
/* global fetch, WebAssembly */
import { lookup } from 'node:dns/promises';
import { appendFileSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers';
import { Worker } from 'node:worker_threads';

const life = await import(new URL('../../dist/workers/life.js', import.meta.url).href);
const { signOfLife } = await import(new URL('../../dist/read/sign-of-life.js', import.meta.url).href);
const { failed, pack } = await import(new URL('../../dist/workers/file-result.js', import.meta.url).href);

const spin = (milliseconds) => {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
};

/** Refusals of the network, or how far it was reached. */
const attempt = async (reach) => {
  try {
    return String(await reach());
  } catch (error) {
    return String(error.cause ?? error);
  }
};

const kept = [];
const DEEDS = {
  nothing: () => undefined,
  spin: () => spin(1e9),
  wait: () => new Promise(() => undefined),
  // more than goes into a pipe at once
  large: () => ['a'.repeat(20 << 20)],
  // goes on for 3 s, with a sign now and then
  work: () => {
    for (let i = 0; i < 30; i++) {
      spin(100);
      signOfLife();
    }
  },
  exit: () => process.exit(3),
  abort: () => process.abort(),
  segfault: () => process.kill(process.pid, 'SIGSEGV'),
  throw: () => {
    throw new Error('a bug');
  },
  later: () => {
    setTimeout(() => {
      throw new Error('thrown when nobody waits');
    }, 1);
    return new Promise((resolve) => setTimeout(resolve, 5000));
  },
  heap: () => {
    for (;;) kept.push(new Array(1000).fill(kept.length));
  },
  buffers: () => {
    for (;;) kept.push(new Uint8Array(4 << 20).fill(1));
  },
  // more than half of what it may have
  hold: () => kept.push(new Uint8Array(480 << 20).fill(1)) && undefined,
  wasm: () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
    for (;;) {
      memory.grow(64);
      new Uint8Array(memory.buffer).subarray(-64 * 65536).fill(1);
    }
  },
  thread: () => new Promise(() => kept.push(new Worker('const kept = []; for (;;) kept.push(new Uint8Array(4 << 20).fill(1));', { eval: true }))), // prettier-ignore
  async network(text) {
    const port = Number(text.split(' ')[1]);
    const url = `http://127.0.0.1:${port}/`;
    const http = await import('node:http');
    const inThread = `
      const { parentPort } = require('node:worker_threads');
      fetch('${url}').then((r) => r.status, (e) => String(e.cause ?? e)).then((r) => parentPort.postMessage(r));`;
    return await Promise.all([
      attempt(() => fetch(url).then(({ status }) => status)),
      attempt(() => new Promise((resolve, reject) => http.get(url, resolve).on('error', reject))),
      attempt(
        () => new Promise((resolve, reject) => connect(port).on('connect', resolve).on('error', reject)),
      ),
      attempt(() => lookup('localhost').then(({ address }) => address)),
      attempt(() => new Promise((resolve) => new Worker(inThread, { eval: true }).on('message', resolve))),
    ]);
  },
};

export default async function readFiles({ files }) {
  const results = [];
  for (const [i, { path, file }] of files.entries()) {
    life.atPart(i);
    const text = readFileSync(path, 'utf8');
    appendFileSync(join(dirname(path), 'tried'), `${file} ${process.pid}\n`);
    const said = await DEEDS[text.split(' ')[0]](text);
    results.push(pack(failed(file, null, ...(said ?? []))));
  }
  return results;
}
