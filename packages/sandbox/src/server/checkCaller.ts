import type { Context, Next } from 'hono';
import { Refusal } from '../answers/refusal.js';
import type { AppEnv } from './appEnv.js';

/** A name or address as URLs normalise it: lower case, addresses in one form; null when it is neither. */
function normalized(host: string): string | null {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}

function isLoopback(name: string): boolean {
  return /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(name);
}

/** The address at which a connection arrived, as a URL has it. */
function arrivedAt(localAddress = ''): string | null {
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  return normalized(address.includes(':') ? `[${address}]` : address);
}

/**
 * Lets requests pass whose `Host` is loopback, the address at which they arrived, or one of `names`. A web page whose
 * own name was made to lead here (DNS rebinding) sends that name.
 */
export function checkHost(names: readonly string[]) {
  const known = new Set(names.map(normalized));
  return async (c: Context<AppEnv>, next: Next) => {
    const host = c.env.incoming.headers.host ?? '';
    const name = normalized(host);
    const own = [...known, arrivedAt(c.env.incoming.socket.localAddress)];
    if (name === null || !(isLoopback(name) || own.includes(name))) {
      throw new Refusal(403, `Host "${host}" is not one of this sandbox's (option allowedHosts)`);
    }
    await next();
  };
}

/** Refuses what a browser sends for a page of another origin; other programs send none of these headers. */
export async function checkOrigin(c: Context<AppEnv>, next: Next): Promise<void> {
  const { host = '', origin, 'sec-fetch-site': site } = c.env.incoming.headers;
  const foreign = origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`;
  if (foreign || site === 'cross-site' || site === 'same-site') {
    throw new Refusal(403, 'The control interface answers no pages of other origins');
  }
  await next();
}
