import type { Sandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../../test/support/failure.js';
import { openClient } from '../../../test/support/openClient.js';
import { openSandbox } from '../../../test/support/openSandbox.js';
import type { TestPorts } from '../../../test/support/testPorts.js';
import type { DocplannerClient } from '../../resources/client.js';

let ports: TestPorts;
let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  ({ sandbox, client, ports } = await openSandbox());
});

const isToken = ({ path }: { readonly path: string }) => path === '/oauth/v2/token';
const tokens = (from: Sandbox = sandbox) => from.requestLog().filter(isToken).length;
const calls = () => sandbox.requestLog().filter((request) => !isToken(request)).length;
const wait = (ms: number) => ports.sleep(ms, new AbortController().signal);
const refuseApi = (count: number) =>
  sandbox.control.injectFault({ path: '/api/*', count, outcome: { type: 'status', status: 401 } });

test('callers at the same time share one token', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => client.listFacilities()));
  expect(results.every((result) => result.isOk())).toBe(true);
  expect([tokens(), calls()]).toEqual([1, 20]);
});

test('it is kept until a minute before it expires', async () => {
  (await client.listFacilities())._unsafeUnwrap();
  await wait(3_539_000);
  (await client.listFacilities())._unsafeUnwrap();
  expect(tokens()).toBe(1);
  await wait(1_000);
  (await client.listFacilities())._unsafeUnwrap();
  expect(tokens()).toBe(2);
});

test('one that lives shortly is used for nine tenths of its life', async () => {
  const { sandbox: brief, client: other } = await openSandbox({ tokenLifetimeSeconds: 10 }, ports);
  for (let second = 0; second < 20; second += 1) {
    (await other.listFacilities())._unsafeUnwrap();
    await wait(1_000);
  }
  expect(tokens(brief)).toBe(3);
  expect(brief.requestLog().filter(({ status }) => status === 401)).toEqual([]);
});

describe('a 401', () => {
  test('is answered with one new token', async () => {
    refuseApi(1);
    (await client.listFacilities())._unsafeUnwrap();
    expect([tokens(), calls()]).toEqual([2, 2]);
  });

  test('of many callers with one for all of them', async () => {
    (await client.listFacilities())._unsafeUnwrap();
    sandbox.control.advanceClock(3_600_000);
    const results = await Promise.all(Array.from({ length: 10 }, () => client.listFacilities()));
    expect(results.every((result) => result.isOk())).toBe(true);
    expect([tokens(), calls()]).toEqual([2, 21]);
  });

  test('of a new token too is an error', async () => {
    refuseApi(2);
    expect((await client.listFacilities()).match(unexpected, failure)).toMatchObject({
      type: 'unauthorized',
      outcome: 'not-done',
    });
    expect([tokens(), calls()]).toEqual([2, 2]);
  });

  test('leads to one new token per call, also when the call is repeated', async () => {
    refuseApi(1);
    const outcome = { type: 'status', status: 503 } as const;
    sandbox.control.injectFault({ path: '/api/*', outcome });
    refuseApi(1);
    expect((await client.listFacilities()).match(unexpected, failure).type).toBe('unauthorized');
    expect([tokens(), calls()]).toEqual([2, 3]);
  });

  test('of everything does not lead to more than ten token requests a minute', async () => {
    refuseApi(100);
    const types = new Set<string>();
    for (let call = 0; call < 30; call += 1) {
      types.add((await client.listFacilities()).match(unexpected, failure).type);
    }
    expect([tokens(), [...types]]).toEqual([10, ['unauthorized', 'rate-limited']]);
  });
});

describe('credentials that are refused', () => {
  test('are not tried again for a minute', async () => {
    const other = await openClient({ ...sandbox, clientSecret: 'wrong' }, { ports });
    const refused = async () => (await other.listFacilities()).match(unexpected, failure);
    for (let call = 0; call < 5; call += 1) {
      expect(await refused()).toEqual({
        type: 'unauthorized',
        message: 'Invalid credentials.',
        outcome: 'not-done',
        operation: 'getFacilities',
      });
    }
    expect(tokens()).toBe(1);
    await wait(60_000);
    await refused();
    expect([tokens(), calls()]).toEqual([2, 0]);
  });

  test('may hold any character', async () => {
    const clientSecret = 'p+ä/%& :=_€';
    const { client: other } = await openSandbox({ clientSecret });
    (await other.listFacilities())._unsafeUnwrap();
  });
});

test('the token endpoint is asked again while it fails', async () => {
  const outcome = { type: 'status', status: 502 } as const;
  sandbox.control.injectFault({ path: '/oauth/*', count: 3, outcome });
  (await client.listFacilities())._unsafeUnwrap();
  expect([tokens(), ports.time.slept]).toEqual([4, [500, 1000, 2000]]);
});

test.each(['', '{}', '{"access_token":"a\\nb"}', '<html>'])(
  'an answer of %s is no token',
  async (body) => {
    sandbox.control.injectFault({
      path: '/oauth/*',
      outcome: { type: 'status', status: 200, body },
    });
    expect((await client.listFacilities()).match(unexpected, failure)).toMatchObject({
      type: 'unexpected-answer',
      outcome: 'not-done',
    });
  },
);

test('a caller who aborts does not take the token from the others', async () => {
  const controller = new AbortController();
  const fetch: typeof ports.fetch = (url, init) => {
    const answer = ports.fetch(url, init);
    if (url.endsWith('/token')) controller.abort();
    return answer;
  };
  const other = await openClient(sandbox, { ports: { ...ports, fetch } });
  const [left, stayed] = await Promise.all([
    other.listFacilities({ signal: controller.signal }),
    other.listFacilities(),
  ]);
  expect(left.match(unexpected, failure)).toMatchObject({ type: 'aborted', outcome: 'not-done' });
  expect(stayed.isOk()).toBe(true);
  expect(tokens()).toBe(1);
});
