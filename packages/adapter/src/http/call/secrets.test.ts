import { inspect } from 'node:util';
import type { Fault } from '@slotwright/sandbox';
import { expect, test } from 'vitest';
import { LUNCH, SLOTS } from '../../../test/support/apiCalls.js';
import { ADDRESS, openClient, tuesday, WHOLE_TUESDAY } from '../../../test/support/openClient.js';
import { openSandbox } from '../../../test/support/openSandbox.js';
import type { ClientError } from '../error/clientError.js';
import { describeClientError } from '../error/describe.js';
import type { CallReport } from '../request/exchange.js';

const SECRET = 'S3CRET-value';
const TOKEN = 'T0KEN-value';
const BODY = 'PRIVATE-body';

const faults: readonly Fault[] = [
  { outcome: { type: 'drop' } },
  { outcome: { type: 'truncate' } },
  ...[200, 201, 301, 400, 401, 403, 404, 405, 409, 422, 429, 500, 503].map((status) => ({
    outcome: { type: 'status', status, body: `<html>${BODY}</html>` } as const,
  })),
];

test('no secret, token or foreign body in errors, reports or the client, whatever goes wrong', async () => {
  const newToken = () => TOKEN;
  const { sandbox, ports } = await openSandbox({ clientSecret: SECRET, newToken });
  const reports: CallReport[] = [];
  const errors: ClientError[] = [];
  const onCall = (report: CallReport) => {
    reports.push(report);
  };
  const client = await openClient(sandbox, { ports, onCall });
  const target = { addressServiceId: '1', start: tuesday('09:00') };
  const calls = [
    () => client.getSlots(ADDRESS, WHOLE_TUESDAY),
    () => client.replaceSlots(ADDRESS, { slots: SLOTS }),
    () => client.createBreak(ADDRESS, LUNCH),
    () => client.moveBooking(ADDRESS, '1', target),
    () => client.pullNotifications(3),
  ];
  for (const fault of faults) {
    for (const call of calls) {
      sandbox.control.injectFault({ ...fault, path: '/api/*', count: 8 });
      const result = await call();
      if (result.isErr()) errors.push(result.error);
      sandbox.control.clearFaults();
    }
  }
  const fresh = await openClient(sandbox, { ports, onCall });
  for (const fault of faults) {
    sandbox.control.injectFault({ ...fault, path: '/oauth/*', count: 8 });
    const result = await fresh.listFacilities();
    if (result.isErr()) errors.push(result.error);
    sandbox.control.clearFaults();
    await ports.sleep(120_000, new AbortController().signal);
  }
  expect(new Set(errors.map(({ type }) => type)).size).toBeGreaterThanOrEqual(8);
  const shown = [client, fresh, reports, errors, errors.map(describeClientError)];
  const everything = inspect(shown, { depth: 20, showHidden: true, maxArrayLength: null });
  for (const private_ of [SECRET, TOKEN, BODY, btoa(`sandbox:${SECRET}`), 'Bearer', 'Basic']) {
    expect(everything).not.toContain(private_);
  }
}, 20_000);

test('every request is reported, without ids', async () => {
  const { sandbox, ports } = await openSandbox();
  const reports: CallReport[] = [];
  const onCall = (report: CallReport) => {
    reports.push(report);
    throw new Error('an observer that fails');
  };
  const client = await openClient(sandbox, { ports, onCall });
  sandbox.control.injectFault({ path: '/api/*', outcome: { type: 'drop' } });
  (await client.getSlots(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap();
  const path = '/facilities/{facilityId}/doctors/{doctorId}/addresses/{addressId}/slots';
  const get = { operation: 'getSlots', method: 'GET', path, ms: 0, sent: true };
  expect(reports).toEqual([
    {
      operation: 'token',
      method: 'POST',
      path: '/oauth/v2/token',
      status: 200,
      ms: 0,
      attempt: 1,
      sent: true,
    },
    { ...get, status: undefined, attempt: 1 },
    { ...get, status: 200, attempt: 2 },
  ]);
});

test('every request names its user agent', async () => {
  const { sandbox, ports } = await openSandbox();
  const agents: (string | null)[] = [];
  const fetch: typeof ports.fetch = (url, init) => {
    agents.push(new Headers(init.headers).get('User-Agent'));
    return ports.fetch(url, init);
  };
  const client = await openClient(sandbox, { ports: { ...ports, fetch } });
  (await client.listFacilities())._unsafeUnwrap();
  expect(agents).toEqual(['slotwright/0.1.0', 'slotwright/0.1.0']);
});
