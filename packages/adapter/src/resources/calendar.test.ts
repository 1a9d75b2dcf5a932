import { startSandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADDRESS, openClient } from '../../test/support/openClient.js';
import { testPorts } from '../../test/support/testPorts.js';
import type { DocplannerClient } from './client.js';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  const ports = testPorts();
  sandbox = await startSandbox({ now: ports.clock.now });
  client = await openClient(sandbox, { ports });
  return () => sandbox.close();
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
