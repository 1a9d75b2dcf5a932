import { expect, test } from 'vitest';
import { openClient } from '../../../test/support/openClient.js';
import { openSandbox } from '../../../test/support/openSandbox.js';
import { systemPorts } from './ports.js';

const LONG = 1e12;

test('a sleep ends when it is aborted, or was before', async () => {
  const controller = new AbortController();
  const slept = systemPorts.sleep(LONG, controller.signal);
  controller.abort();
  await slept;
  await systemPorts.sleep(LONG, controller.signal);
  expect(controller.signal.aborted).toBe(true);
});

test('a canceled timer does not fire', () => {
  const cancel = systemPorts.timer(0, () => expect.unreachable());
  cancel();
});

test('random numbers are in their range', () => {
  const number = systemPorts.random();
  expect(number >= 0 && number < 1).toBe(true);
});

test('a client of a running process', async () => {
  const { sandbox } = await openSandbox();
  const client = await openClient(sandbox, { ports: systemPorts });
  expect((await client.listFacilities())._unsafeUnwrap()).toHaveLength(1);
});
