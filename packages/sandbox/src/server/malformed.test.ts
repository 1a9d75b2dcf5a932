import { once } from 'node:events';
import { connect as openSocket } from 'node:net';
import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { rawRequest } from '../../test/support/rawRequest.js';
import { ADDRESS, fetchToken, openSandbox } from '../../test/support/testClient.js';
import { ERROR_TYPE } from '../answers/response.js';

const get = (path: string, token: string) =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer ${token}\r\n\r\n`;

test.each([
  '/facilities/1/../1',
  '/facilities/1/%2e%2e/1',
  '/facilities/%2E/1',
  '/facilities//1',
  '//facilities/1',
  '/facilities/1/',
  '/facilities/%',
  '/facilities/%zz',
  '/facilities/%ff',
  '/facilities/%00',
  '/facilities/1%2f',
  '/facilities\\1',
  '/facilities/1/doctors/10/addresses/100/slots/',
  '/nothing',
  '',
])('path trick %j is 404', async (path) => {
  const { sandbox, token } = await openSandbox();
  const answer = await rawRequest(sandbox, get(`/api/v3/integration${path}`, token));
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(answer).toContain(ERROR_TYPE);
  expect(answer).toContain('{"errors":[],"message":"Object not found"}');
});

test.each([
  ['no HTTP at all', 'hello\r\n\r\n'],
  ['a bad method', 'G E T / HTTP/1.1\r\n\r\n'],
  ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a Host that is none', 'GET / HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n'],
  ['an absolute path elsewhere', 'GET http://x/y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`],
  [
    'lengths that contradict',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
])('%s is a 4xx and no crash', async (_, text) => {
  const { sandbox } = await openSandbox();
  expect(await rawRequest(sandbox, text)).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(await fetchToken(sandbox)).toHaveLength(40);
});

test('a client that goes away in the middle of its body', async () => {
  const { sandbox, token, get: again } = await openSandbox();
  const { port } = new URL(sandbox.url);
  const socket = openSocket(Number(port), '127.0.0.1');
  const head = `PUT /api/v3/integration${ADDRESS}/slots HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}`;
  socket.write(`${head}\r\nContent-Length: 1000\r\n\r\n{"slots"`, () => socket.destroy());
  await once(socket, 'close');
  expect((await again('/facilities')).status).toBe(200);
});

test.each(['', '{', '{"slots": [}', 'null', '[]', '"text"', '\u0000', '<xml/>'])(
  'body %j',
  async (body) => {
    const client = await openSandbox();
    for (const [method, path] of [
      ['PUT', '/slots'],
      ['POST', '/breaks'],
      ['POST', '/services'],
    ]) {
      const answer = await client.send(method ?? '', `${ADDRESS}${path}`, body);
      expect(answer).toMatchObject({ status: 400, body: { message: 'Invalid arguments' } });
      expect(answer.headers.get('Content-Type')).toBe(ERROR_TYPE);
    }
  },
);

test('a body over the limit is refused, and read to its end', async () => {
  const client = await openSandbox({ maxBodyBytes: 1000 });
  const exact = `{"slots": []${' '.repeat(987)}}`;
  expect((await client.send('PUT', `${ADDRESS}/slots`, exact)).body).toMatchObject({
    errors: { slots: [expect.any(String)] },
  });
  for (const length of [1001, 3_000_000]) {
    const answer = await client.send('PUT', `${ADDRESS}/slots`, 'x'.repeat(length));
    expectRefusal(answer, 400, 'Invalid arguments', ['The body is too large.']);
  }
});

test('deeply nested JSON', async () => {
  const client = await openSandbox();
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const answer = await client.send('PUT', `${ADDRESS}/slots`, `{"slots": ${nested}}`);
  expect(answer.status).toBe(400);
  expect((await client.send('POST', `${ADDRESS}/breaks`, nested)).status).toBe(400);
});

test('methods that a path does not have are 404', async () => {
  const client = await openSandbox();
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    expectRefusal(await client.send(method, '/facilities'), 404, 'Object not found');
  }
});

test('an Accept header that names only the error type, and a Content-Type without a body', async () => {
  const { sandbox, token } = await openSandbox();
  const headers = {
    Authorization: `bearer ${token}`,
    Accept: ERROR_TYPE,
    'Content-Type': 'application/json',
  };
  const url = `${sandbox.baseUrl}${ADDRESS}/calendar`;
  const disabled = await fetch(`${url}/disable`, { method: 'POST', headers });
  expect(disabled.status).toBe(200);
  expect((await fetch(url, { headers })).status).toBe(200);
});
