import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { invalid, notFound } from '../answers/refusal.js';
import { ERROR_TYPE, refusalResponse } from '../answers/response.js';
import type { AppEnv } from './appEnv.js';

const BAD_REQUEST_BODY = JSON.stringify({ errors: [], message: 'Invalid arguments' });
const BAD_REQUEST = `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: ${ERROR_TYPE}\r\nContent-Length: ${BAD_REQUEST_BODY.length}\r\n\r\n${BAD_REQUEST_BODY}`;

/** Opens the port; rejects when it cannot be had. */
export async function listen(host: string, port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

/** `http://127.0.0.1:8080` */
export function originOf(server: Server, host: string): string {
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Connects the app to the socket. Requests that are not HTTP, or whose path is a trick, never reach it. */
export function serve(server: Server, app: Hono<AppEnv>): void {
  const plain = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    hostname: 'localhost',
    errorHandler: () => refusalResponse(invalid()),
  });
  const tricky = getRequestListener(() => refusalResponse(notFound()), {
    overrideGlobalObjects: false,
    hostname: 'localhost',
    errorHandler: () => refusalResponse(notFound()),
  });
  server.on('request', (incoming, outgoing) => {
    const listener = isPlainTarget(incoming.url ?? '') ? plain : tricky;
    void listener(incoming, outgoing);
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end(BAD_REQUEST);
    else socket.destroy();
  });
}

/** Stops listening and ends open connections. */
export async function shut(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

/**
 * Whether a request target is a plain path: no `//`, no `.` or `..` in any spelling, no backslash, every
 * percent-encoding valid. Everything else is refused before URLs are normalised, so that `/a/%2e%2e/b` is not `/b`.
 */
function isPlainTarget(target: string): boolean {
  const path = target.split('?', 1)[0] ?? '';
  if (!path.startsWith('/') || path.includes('\\')) return false;
  return path === '/' || path.slice(1).split('/').every(isPlainSegment);
}

function isPlainSegment(segment: string): boolean {
  try {
    const text = decodeURIComponent(segment);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return text !== '' && text !== '.' && text !== '..' && !/[/\\\u0000-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}
