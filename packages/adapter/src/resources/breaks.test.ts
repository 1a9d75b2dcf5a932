import type { Sandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../test/support/failure.js';
import { ADDRESS, tuesday, WHOLE_TUESDAY } from '../../test/support/openClient.js';
import { openSandbox } from '../../test/support/openSandbox.js';
import { remoteBreak } from '../../test/support/remote.js';
import type { DocplannerClient } from './client.js';

let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  ({ sandbox, client } = await openSandbox());
});

describe('breaks', () => {
  const lunch = { since: tuesday('13:00'), till: tuesday('14:00'), description: 'lunch' };

  test('created, found, moved, deleted', async () => {
    const created = (await client.createBreak(ADDRESS, lunch))._unsafeUnwrap();
    expect(created).toEqual(remoteBreak({ id: created.id, ...lunch }));
    expect((await client.getBreak(ADDRESS, created.id))._unsafeUnwrap()).toEqual(created);
    const later = { since: tuesday('14:00'), till: tuesday('15:00') };
    expect((await client.moveBreak(ADDRESS, created.id, later))._unsafeUnwrap()).toBe('moved');
    expect((await client.moveBreak(ADDRESS, created.id, later))._unsafeUnwrap()).toBe(
      'already-there',
    );
    const day = { since: WHOLE_TUESDAY.start, till: WHOLE_TUESDAY.end };
    expect((await client.listBreaks(ADDRESS, day))._unsafeUnwrap()).toEqual([
      remoteBreak({ ...created, ...later }),
    ]);
    expect((await client.deleteBreak(ADDRESS, created.id))._unsafeUnwrap()).toBe('deleted');
    expect((await client.deleteBreak(ADDRESS, created.id))._unsafeUnwrap()).toBe('already-gone');
    expect((await client.getBreak(ADDRESS, created.id)).match(unexpected, failure)).toMatchObject({
      type: 'not-found',
      message: 'Invalid break ID',
    });
  });

  test('the same break twice is a conflict', async () => {
    (await client.createBreak(ADDRESS, lunch))._unsafeUnwrap();
    expect((await client.createBreak(ADDRESS, lunch)).match(unexpected, failure)).toMatchObject({
      type: 'conflict',
      outcome: 'not-done',
    });
  });

  test('a creation without a body gives the id of Location', async () => {
    const location = 'http://127.0.0.1/x/breaks/77';
    sandbox.control.injectFault({
      method: 'POST',
      path: '*/breaks',
      outcome: { type: 'status', status: 201, headers: { Location: location } },
    });
    expect((await client.createBreak(ADDRESS, lunch))._unsafeUnwrap()).toEqual(
      remoteBreak({ id: '77', ...lunch }),
    );
  });

  test('at an address without a calendar there is no break to delete', async () => {
    const elsewhere = { ...ADDRESS, addressId: '999' };
    expect((await client.deleteBreak(elsewhere, '1')).match(unexpected, failure)).toMatchObject({
      type: 'not-found',
      message: 'Object not found',
    });
  });
});
