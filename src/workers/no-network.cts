/** Loaded before anything else into processes that read documents, and into their threads: whoever reaches for the network there is refused. */
// CommonJS: what is loaded by --require is loaded in threads too, what is loaded by --import is not.
/* eslint-disable @typescript-eslint/no-require-imports -- there is no other way in CommonJS */
import dgram = require('node:dgram');
import dns = require('node:dns');
import builtins = require('node:module');
import net = require('node:net');

const refuse = (): never => {
  throw new Error('reading a document must not reach for the network');
};

/** http, https, tls, fetch and WebSocket all come to `net`; names are looked up by `dns` alone. */
const WAYS_OUT: readonly (readonly [owner: object, isOne: (name: string) => boolean])[] = [
  [net.Socket.prototype, (name) => name === 'connect'],
  [net.Server.prototype, (name) => name === 'listen'],
  [dgram.Socket.prototype, (name) => ['bind', 'connect', 'send', 'sendto'].includes(name)],
  ...[dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype].map(
    // takes `lookup`, `resolve4`, `reverse`; leaves `setServers`
    (owner) => [owner, (name: string) => /^(?:lookup|resolve|reverse)/.test(name)] as const,
  ),
];

for (const [owner, isOne] of WAYS_OUT) {
  for (
    let at: object | null = owner;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  )
    for (const name of Object.getOwnPropertyNames(at))
      if (isOne(name)) Object.defineProperty(owner, name, { value: refuse });
}
// `import { lookup } from 'node:dns'` sees it too.
builtins.syncBuiltinESMExports();
