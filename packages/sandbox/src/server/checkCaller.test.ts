import { expect, test } from 'vitest';
import { rawRequest } from '../../test/support/rawRequest.js';
import { openSandbox, request } from '../../test/support/testClient.js';

const ADVANCE = 'POST /_sandbox/clock/advance';
const STATUS = /^HTTP\/1\.1 (\d{3})/;

/** The status of a call to the control interface with headers of our own, and whether it moved the clock. */
async function advanceWith(headers: readonly string[], allowedHosts: readonly string[] = []) {
  const { sandbox } = await openSandbox({ allowedHosts });
  const before = sandbox.control.now();
  const body = '{"ms": 1000}';
  const own = `127.0.0.1:${new URL(sandbox.url).port}`;
  const lines = headers.map((line) => line.replace('OWN', own));
  const head = [`${ADVANCE} HTTP/1.1`, ...lines, `Content-Length: ${body.length}`];
  const answer = await rawRequest(
    sandbox,
    `${head.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`,
  );
  return [Number(STATUS.exec(answer)?.[1]), sandbox.control.now() - before];
}

test.each([
  ['Host: OWN'],
  ['Host: localhost'],
  ['Host: LocalHost:9000'],
  ['Host: clinic.localhost:8080'],
  ['Host: 127.8.8.8'],
  ['Host: [::1]:8080'],
  ['Host: OWN', 'Origin: http://OWN'],
  ['Host: OWN', 'Sec-Fetch-Site: same-origin'],
  ['Host: OWN', 'Sec-Fetch-Site: none'],
])('is taken: %s %s', async (...headers) => {
  expect(await advanceWith(headers)).toEqual([200, 1000]);
});

test.each([
  ['Host: evil.example'],
  ['Host: localhost.evil.example'],
  ['Host: notlocalhost'],
  ['Host: 192.168.0.1'],
  ['Host: OWN', 'Origin: http://evil.example'],
  ['Host: OWN', 'Origin: http://127.0.0.1:1'],
  ['Host: OWN', 'Origin: https://OWN'],
  ['Host: OWN', 'Origin: null'],
  ['Host: OWN', 'Sec-Fetch-Site: cross-site'],
  ['Host: OWN', 'Sec-Fetch-Site: same-site'],
])('is refused and does nothing: %s %s', async (...headers) => {
  expect(await advanceWith(headers)).toEqual([403, 0]);
});

test('other names are taken by option', async () => {
  expect(await advanceWith(['Host: Sandbox.internal:80'], ['sandbox.internal'])).toEqual([
    200, 1000,
  ]);
  expect(await advanceWith(['Host: other.internal'], ['sandbox.internal'])).toEqual([403, 0]);
});

test('the API and the token endpoint look at Host too', async () => {
  const { sandbox, token } = await openSandbox();
  const calls = ['GET /api/v3/integration/facilities', 'POST /oauth/v2/token'];
  for (const call of calls) {
    const headers = `Authorization: Bearer ${token}\r\nConnection: close\r\nContent-Length: 0`;
    const foreign = `${call} HTTP/1.1\r\nHost: evil.example\r\n${headers}\r\n\r\n`;
    expect(await rawRequest(sandbox, foreign)).toMatch(/^HTTP\/1\.1 403 /);
  }
  expect((await request(`${sandbox.baseUrl}/facilities`, 'GET', token)).status).toBe(200);
});

test('at every address of the machine it answers to the one at which it was called', async () => {
  const { sandbox } = await openSandbox({ host: '0.0.0.0' });
  const { port } = new URL(sandbox.url);
  for (const host of ['127.0.0.1', 'localhost']) {
    expect((await request(`http://${host}:${port}/_sandbox/clock`, 'GET', '')).status).toBe(200);
  }
  const foreign = `GET /_sandbox/clock HTTP/1.1\r\nHost: 10.9.8.7\r\nConnection: close\r\n\r\n`;
  expect(await rawRequest(sandbox, foreign)).toMatch(/^HTTP\/1\.1 403 /);
});
