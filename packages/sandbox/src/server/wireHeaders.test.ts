import { expect, test } from 'vitest';
import { rawRequest } from '../../test/support/rawRequest.js';
import { ADDRESS, openSandbox, type TestClient } from '../../test/support/testClient.js';

const DAY = '2030-05-16';

/** The lines of an answer to a POST as they came over the socket. */
async function post({ sandbox, token }: TestClient, path: string, body: object) {
  const text = JSON.stringify(body);
  const head = [
    `POST /api/v3/integration${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    `Authorization: Bearer ${token}`,
    `Content-Length: ${text.length}`,
  ];
  return (await rawRequest(sandbox, `${head.join('\r\n')}\r\n\r\n${text}`)).split('\r\n');
}

const BREAK = { since: `${DAY}T10:00:00+02:00`, till: `${DAY}T11:00:00+02:00` };

test('created resources have a Location, spelled like that, once', async () => {
  const client = await openSandbox();
  const lines = await post(client, `${ADDRESS}/breaks`, BREAK);
  expect(lines[0]).toBe('HTTP/1.1 201 Created');
  expect(lines.filter((line) => /^location:/i.test(line))).toEqual([
    expect.stringMatching(/^Location: http:\/\/127\.0\.0\.1:\d+\/api\/v3\/.+\/breaks\/\d+$/),
  ]);
});

test('so have answers that break off, and none that hide one', async () => {
  const client = await openSandbox();
  client.sandbox.control.injectFault({ outcome: { type: 'truncate' } });
  const broken = await post(client, `${ADDRESS}/breaks`, BREAK);
  expect(broken).toContainEqual(expect.stringMatching(/^Location: /));
  client.sandbox.control.injectFault({ when: 'after', outcome: { type: 'status', status: 502 } });
  const later = { ...BREAK, till: `${DAY}T12:00:00+02:00` };
  const hidden = await post(client, `${ADDRESS}/breaks`, later);
  expect(hidden[0]).toBe('HTTP/1.1 502 Bad Gateway');
  expect(hidden.join('\n')).not.toMatch(/location/i);
});

test('so are limits and how long to wait', async () => {
  const client = await openSandbox({ limits: { writesPerMinute: 2 } });
  await post(client, '/notifications/release', {});
  const lines = await post(client, '/notifications/release', {});
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Retry-After: \d+$/),
      'X-RateLimit-Limit: 2',
      'X-RateLimit-Remaining: 0',
      'X-RateLimit-Used: 2',
      expect.stringMatching(/^X-RateLimit-Reset: 2030-/),
    ]),
  );
});
