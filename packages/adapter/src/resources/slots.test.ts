import type { Sandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../test/support/failure.js';
import {
  ADDRESS,
  SERVICE,
  tuesday,
  WHOLE_TUESDAY,
  workPeriod,
} from '../../test/support/openClient.js';
import { openSandbox } from '../../test/support/openSandbox.js';
import { freeSlot } from '../../test/support/remote.js';
import type { DocplannerClient } from './client.js';

let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  ({ sandbox, client } = await openSandbox());
});

const put = (...slots: readonly ReturnType<typeof workPeriod>[]) =>
  client.replaceSlots(ADDRESS, { slots });
const starts = async () =>
  (await client.getSlots(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap().map(({ start }) => start);

describe('slots', () => {
  test('what was put is shown, with its services', async () => {
    (await put(workPeriod('09:00', '10:00')))._unsafeUnwrap();
    const slots = (await client.getSlots(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap();
    const services = [{ addressServiceId: SERVICE, duration: 30 }];
    expect(slots).toEqual([
      freeSlot(tuesday('09:00'), services),
      freeSlot(tuesday('09:30'), services),
    ]);
  });

  test('a deleted day shows nothing', async () => {
    (await put(workPeriod('09:00', '10:00')))._unsafeUnwrap();
    (await client.deleteSlots(ADDRESS, '2030-05-14'))._unsafeUnwrap();
    expect(await starts()).toEqual([]);
  });

  test('nothing to show is an empty list, also where the API says 404', async () => {
    const { client: other } = await openSandbox({ behaviour: { emptyGetSlots: 'not-found' } });
    expect((await other.getSlots(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap()).toEqual([]);
  });

  test('a refusal names the period that it is about', async () => {
    const late = { ...workPeriod('09:00', '10:00'), start: '2031-01-07T09:00:00+01:00' };
    const wrong = { ...late, end: '2031-01-07T10:00:00+01:00' };
    const error = (await client.replaceSlots(ADDRESS, { slots: [wrong] })).match(
      unexpected,
      failure,
    );
    expect(error).toMatchObject({ type: 'rejected', status: 400, operation: 'replaceSlots' });
    expect(error).toHaveProperty('fields.0', {
      path: 'slots[0].end',
      slotIndex: 0,
      period: { start: wrong.start, end: wrong.end },
      texts: [expect.stringMatching(/^End date should be less than or equal to /)],
    });
  });

  test.each([
    '2030-05-14T09:00:00Z',
    '2030-05-14T09:00:00.000+02:00',
    '2030-05-14T09:00+02:00',
    '',
  ])('a start of "%s" is not sent', async (start) => {
    const error = (await put({ ...workPeriod('09:00', '10:00'), start })).match(
      unexpected,
      failure,
    );
    expect(error).toMatchObject({ type: 'invalid-request', parameter: 'slots[0].start' });
    expect(sandbox.requestLog()).toEqual([]);
  });

  test('an empty list of slots and a date that is none are not sent', async () => {
    const nothing = (await put()).match(unexpected, failure);
    const date = (await client.deleteSlots(ADDRESS, '2030-02-30')).match(unexpected, failure);
    expect([nothing.type, date.type]).toEqual(['invalid-request', 'invalid-request']);
    expect(sandbox.requestLog()).toEqual([]);
  });

  test('times are percent-encoded in the query', async () => {
    await starts();
    expect(sandbox.requestLog().at(-1)?.query).toContain('start=2030-05-14T00%3A00%3A00%2B02%3A00');
  });
});
