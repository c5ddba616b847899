/** A link → the browser that the person uses; where there is none, nothing happens: the link has been printed. */
import { spawn } from 'node:child_process';

const OPENERS: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

export function openInBrowser(link: string): void {
  const { platform, env } = process;
  const screen = platform in OPENERS || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  if (!screen) return;
  const [command, ...args] = OPENERS[platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, link], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
