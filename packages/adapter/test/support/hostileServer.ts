import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ClientOptions } from '../../src/http/options/clientOptions.js';
import { systemPorts } from '../../src/http/options/ports.js';
import { createDocplannerClient, type DocplannerClient } from '../../src/resources/client.js';

/** What a hostile server gives as a token. */
export const TOKEN = 'T0KEN-of-the-server';
export const SECRET = 'S3CRET-of-the-client';

/** A token that is good for an hour. */
export const issueToken: RequestListener = (_request, response) => {
  response.end(JSON.stringify({ access_token: TOKEN, expires_in: 3600, token_type: 'bearer' }));
};

/** A client, in real time, of a server on loopback that answers as it likes. */
export async function hostileServer(
  api: RequestListener,
  options: Partial<ClientOptions> = {},
  token: RequestListener = issueToken,
): Promise<DocplannerClient> {
  const server = createServer((request, response) => {
    (request.url === '/oauth/v2/token' ? token : api)(request, response);
  });
  return clientOf(await listening(server), options);
}

/** The same for a server that does not speak HTTP properly; it gives no token either. */
export async function hostileSocket(
  serve: (socket: Socket) => void,
  options: Partial<ClientOptions> = {},
): Promise<DocplannerClient> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  const port = await listening(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return clientOf(port, options);
}

async function listening(server: Server | TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function clientOf(port: number, options: Partial<ClientOptions>): Promise<DocplannerClient> {
  const client = await createDocplannerClient({
    server: { baseUrl: `http://127.0.0.1:${port}` },
    clientId: 'client',
    clientSecret: SECRET,
    ports: systemPorts,
    ...options,
  });
  return client._unsafeUnwrap();
}
