import { beforeEach, describe, expect, test } from 'vitest';
import { ADDRESS } from '../../test/support/openClient.js';
import { openSandbox } from '../../test/support/openSandbox.js';
import type { DocplannerClient } from './client.js';

let client: DocplannerClient;

beforeEach(async () => {
  ({ client } = await openSandbox());
});

describe('calendar', () => {
  test('switched off and on', async () => {
    const shown = async () => (await client.getCalendar(ADDRESS))._unsafeUnwrap();
    expect(await shown()).toBe('enabled');
    expect((await client.enableCalendar(ADDRESS))._unsafeUnwrap()).toBe('already');
    expect((await client.disableCalendar(ADDRESS))._unsafeUnwrap()).toBe('changed');
    expect(await shown()).toBe('disabled');
    expect((await client.disableCalendar(ADDRESS))._unsafeUnwrap()).toBe('already');
  });
});
