import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { ADDRESS, openSandbox, period, put, visibleStarts } from '../../test/support/testClient.js';

const DAY = '2030-05-16';
const A = { slots: [period(DAY, '09:00', '09:30')] };
const B = { slots: [period(DAY, '10:00', '10:30')] };

test('a PUT shows when its processing has finished; the same PUT meanwhile is 429', async () => {
  const client = await openSandbox({ behaviour: { processingDelayMs: 5000 } });
  const send = (body: unknown) => client.send('PUT', `${ADDRESS}/slots`, body);
  expect((await send(A)).status).toBe(201);
  expect((await send(A)).status).toBe(429);
  expect(await visibleStarts(client, DAY)).toEqual([]);
  client.sandbox.control.advanceClock(2000);
  expect((await send(B)).status).toBe(201);
  client.sandbox.control.advanceClock(3000);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00']);
  client.sandbox.control.advanceClock(2000);
  expect(await visibleStarts(client, DAY)).toEqual(['10:00']);
});

test('the same PUT within 3 minutes is ignored, also after another one in between', async () => {
  const client = await openSandbox();
  const send = (body: unknown) => client.send('PUT', `${ADDRESS}/slots`, body);
  await send(A);
  await send(B);
  client.sandbox.control.advanceClock(179_999);
  expect((await send(A)).status).toBe(201);
  expect(await visibleStarts(client, DAY)).toEqual(['10:00']);
  client.sandbox.control.advanceClock(1);
  expect((await send(A)).status).toBe(201);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00']);
});

test('the same payload is the same bytes at the same address', async () => {
  const client = await openSandbox();
  await put(client, ...A.slots);
  await put(client, ...B.slots);
  const spaced = JSON.stringify(A, null, 1);
  expect((await client.send('PUT', `${ADDRESS}/slots`, spaced)).status).toBe(201);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00']);
});

test('a refused PUT is not remembered', async () => {
  const client = await openSandbox();
  const body = { slots: [period(DAY, '09:00', '09:30', 30, '9')] };
  for (const _ of [1, 2]) {
    expectRefusal(
      await client.send('PUT', `${ADDRESS}/slots`, body),
      400,
      'Address service does not exist',
    );
  }
});

test('deleteSlots takes its turn, and by profile makes the calendar forget', async () => {
  for (const [profile, starts] of [
    ['strict', []],
    ['lenient', ['09:00']],
  ] as const) {
    const client = await openSandbox({ profile, behaviour: { processingDelayMs: 1000 } });
    await client.send('PUT', `${ADDRESS}/slots`, A);
    await client.send('DELETE', `${ADDRESS}/slots/${DAY}`);
    expect((await client.send('PUT', `${ADDRESS}/slots`, A)).status).toBe(429);
    client.sandbox.control.advanceClock(1000);
    expect(await visibleStarts(client, DAY)).toEqual([]);
    await client.send('DELETE', `${ADDRESS}/slots/${DAY}`);
    expect((await client.send('PUT', `${ADDRESS}/slots`, A)).status).toBe(201);
    client.sandbox.control.advanceClock(1000);
    expect(await visibleStarts(client, DAY)).toEqual(starts);
  }
});
