import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { example, type Ran, slotwright } from './terminal.js';

/** Runs a sandbox, lets `use` have what it printed, and interrupts it. */
async function whileServing(
  argv: readonly string[],
  use: (printed: string) => Promise<void>,
): Promise<Ran> {
  const controller = new AbortController();
  let printed: (out: string) => void = () => undefined;
  const started = new Promise<string>((resolve) => {
    printed = resolve;
  });
  const ended = slotwright(['sandbox', '--format', 'json', ...argv], {
    interruption: controller.signal,
    onOutput: (out) => {
      if (out.endsWith('}\n')) printed(out);
    },
  });
  await Promise.race([started.then(use), ended]);
  controller.abort();
  return await ended;
}

async function token(sandbox: Record<string, string>): Promise<Response> {
  return await fetch(sandbox.tokenUrl ?? '', {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${sandbox.clientId}:${sandbox.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'integration' }),
  });
}

test('serves what the clinic document is about until it is interrupted', async () => {
  let url = '';
  const ran = await whileServing(['--seed', example('madrid'), '--log'], async (out) => {
    const sandbox = JSON.parse(out);
    url = sandbox.url;
    expect(sandbox.ids.addresses).toMatchObject([
      { facilityId: '111', doctorId: '222', addressId: '333' },
      { facilityId: '111', doctorId: '223', addressId: '333' },
    ]);
    expect((await token(sandbox)).status).toBe(200);
  });
  expect(ran.exit).toBe(0);
  expect(ran.err).toMatch(/^\d\d:\d\d:\d\d 200 POST \/oauth\/v2\/token \d+ ms\n$/);
  await expect(fetch(url)).rejects.toThrow();
});

test.each([
  [[], 404],
  [['--empty-queue', '404'], 404],
  [['--empty-queue', '200'], 200],
])('with %j many notifications of an empty queue are %d', async (argv, status) => {
  const ran = await whileServing(argv, async (out) => {
    const sandbox = JSON.parse(out);
    const { access_token: bearer } = JSON.parse(await (await token(sandbox)).text());
    const headers = { Authorization: `Bearer ${bearer}` };
    const answer = await fetch(`${sandbox.baseUrl}/notifications/multiple`, { headers });
    expect(answer.status).toBe(status);
  });
  expect(ran.exit).toBe(0);
});

test('may be called by other names if it is told to', async () => {
  const statuses: unknown[] = [];
  await whileServing(['--allowed-host', 'sandbox.internal', 'docplanner.internal'], async (out) => {
    const { hostname, port } = new URL(JSON.parse(out).url);
    for (const name of ['docplanner.internal', 'other.internal']) {
      const headers = { Host: `${name}:${port}` };
      const asked = get({ hostname, port, path: '/_sandbox/clock', headers });
      const [answer] = await once(asked, 'response');
      statuses.push(answer.statusCode);
      answer.resume();
    }
  });
  expect(statuses).toEqual([200, 403]);
});

test('says in text where it is, who may call it and what it has', async () => {
  const controller = new AbortController();
  const { exit, out } = await slotwright(['sandbox', '--profile', 'lenient'], {
    interruption: controller.signal,
    onOutput: () => controller.abort(),
  });
  expect(exit).toBe(0);
  expect(out).toMatch(
    /^A Docplanner on http:\/\/127\.0\.0\.1:\d+, profile lenient; Ctrl-C ends it\.\n/,
  );
  expect(out).toContain('secret     sandbox-secret');
  expect(out).toMatch(/address service 1001: .+, \d+ min/);
});

test('a port that is taken is one clear line', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { exit, err } = await slotwright(['sandbox', '--port', String(port)]);
  server.close();
  expect(exit).toBe(1);
  expect(err).toContain(`the sandbox could not start: listen EADDRINUSE`);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test.each([
  [['--port', '70000'], 64],
  [['--profile', 'mild'], 64],
  [['--empty-queue', '204'], 64],
  [['--seed', 'missing.yaml'], 1],
])('sandbox %s ends with %d', async (argv, expected) => {
  expect((await slotwright(['sandbox', ...argv])).exit).toBe(expected);
});
