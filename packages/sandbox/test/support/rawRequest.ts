import { once } from 'node:events';
import { connect } from 'node:net';
import type { Sandbox } from '../../src/sandbox.js';

/** Sends bytes as they are and returns what comes back until the connection closes. */
export async function rawRequest(sandbox: Sandbox, text: string): Promise<string> {
  const { port } = new URL(sandbox.url);
  const socket = connect(Number(port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk;
  });
  socket.on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return answer;
}
