import { expect, test } from 'vitest';
import { failure, unexpected } from '../../test/support/failure.js';
import { ADDRESS } from '../../test/support/openClient.js';
import { openSandbox } from '../../test/support/openSandbox.js';
import { describeClientError } from '../http/error/describe.js';

test.each([
  [{ facilityId: '9' }, 'facility', 'there is no facility 9 for these credentials.', 1],
  [{ doctorId: '99' }, 'doctor', 'facility 1 has no doctor 99.', 2],
  [{ addressId: '999' }, 'address', 'doctor 10 of facility 1 has no address 999.', 3],
] as const)('%j: the %s is named', async (wrong, part, sentence, gets) => {
  const { sandbox, client } = await openSandbox();
  const before = sandbox.requestLog().length;
  const error = (await client.getCalendar({ ...ADDRESS, ...wrong })).match(unexpected, failure);
  expect(error).toMatchObject({ type: 'not-found', wrongId: { part, ...ADDRESS, ...wrong } });
  expect(describeClientError(error)).toBe(
    `getCalendar: not found: ${sentence} Nothing was changed.`,
  );
  // The token, the call itself, and what it took to find out.
  expect(sandbox.requestLog().length - before).toBe(2 + gets);
});

test('the reads of facility, doctor and address name theirs', async () => {
  const { client } = await openSandbox();
  const errors = [
    (await client.getFacility('9')).match(unexpected, failure),
    (await client.listDoctors('9')).match(unexpected, failure),
    (await client.getDoctor({ facilityId: '1', doctorId: '99' })).match(unexpected, failure),
    (await client.getAddress({ ...ADDRESS, doctorId: '99' })).match(unexpected, failure),
    (await client.getAddress({ ...ADDRESS, addressId: '999' })).match(unexpected, failure),
  ];
  const parts = errors.map((error) => (error.type === 'not-found' ? error.wrongId?.part : error));
  expect(parts).toEqual(['facility', 'facility', 'doctor', 'doctor', 'address']);
});

test('a 403 says it itself', async () => {
  const { sandbox, client } = await openSandbox();
  const stranger = { ...ADDRESS, addressId: '200' };
  const error = (await client.getCalendar(stranger)).match(unexpected, failure);
  expect(describeClientError(error)).toBe(
    'getCalendar: not allowed: This address does not belong to this doctor (address 200 of doctor 10 at facility 1). Nothing was changed.',
  );
  expect(sandbox.requestLog()).toHaveLength(2);
});

test('where all three are right, nothing is said of them', async () => {
  const { client } = await openSandbox();
  const error = (await client.getBooking(ADDRESS, '12345')).match(unexpected, failure);
  expect(error).toEqual({
    type: 'not-found',
    message: 'Object not found',
    outcome: 'not-done',
    operation: 'getBooking',
  });
});

test('what other errors say is not looked into', async () => {
  const { sandbox, client } = await openSandbox();
  const error = (await client.getBreak(ADDRESS, '12345')).match(unexpected, failure);
  expect(error).toMatchObject({ type: 'not-found', message: 'Invalid break ID' });
  expect(sandbox.requestLog()).toHaveLength(2);
});

test('an id that cannot be found out stays unnamed', async () => {
  const { sandbox, client } = await openSandbox();
  sandbox.control.injectFault({
    path: '/api/v3/integration/facilities/1',
    count: 9,
    outcome: { type: 'status', status: 500 },
  });
  const error = (await client.getCalendar({ ...ADDRESS, doctorId: '99' })).match(
    unexpected,
    failure,
  );
  expect(error).toMatchObject({ type: 'not-found', message: 'Object not found' });
  expect(error).not.toHaveProperty('wrongId');
});
