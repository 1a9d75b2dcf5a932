import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import {
  ADDRESS,
  idOf,
  openSandbox,
  period,
  put,
  visibleStarts,
} from '../../test/support/testClient.js';
import { LUIS, ofAna, testSeed } from '../../test/support/testSeed.js';

const DAY = '2030-05-16';
const BREAKS = `${ADDRESS}/breaks`;
const at = (time: string) => `${DAY}T${time}:00+02:00`;
const lunch = { since: at('09:45'), till: at('10:15'), description: 'Lunch' };
const window = (since: string, till: string, address = ADDRESS) =>
  `${address}/breaks?since=${encodeURIComponent(since)}&till=${encodeURIComponent(till)}`;

test('a break hides slots, follows its move, and gives them back', async () => {
  const client = await openSandbox();
  await put(client, period(DAY, '09:00', '11:00'));
  const added = await client.send('POST', BREAKS, lunch);
  const path = `${BREAKS}/${idOf(added)}`;
  expect(added).toMatchObject({ status: 201, body: { ...lunch, id: idOf(added) } });
  expect(added.headers.get('Location')).toBe(`${client.sandbox.baseUrl}${path}`);
  expect((await client.get(path)).body).toEqual(added.body);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '10:30']);

  const moved = await client.send('PATCH', path, { since: at('10:30'), till: at('11:00') });
  expect(moved).toMatchObject({ status: 204, text: '' });
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '09:30', '10:00']);
  expect((await client.send('DELETE', path)).status).toBe(204);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '09:30', '10:00', '10:30']);
  expectRefusal(await client.get(path), 404, 'Invalid break ID');
});

test('getCalendarBreaks lists what overlaps the window', async () => {
  const client = await openSandbox();
  await client.send('POST', BREAKS, { since: at('12:00'), till: at('13:00') });
  await client.send('POST', BREAKS, lunch);
  const all = await client.get(window(at('00:00'), at('23:00')));
  expect(all.body).toMatchObject({ _items: [lunch, { since: at('12:00'), description: null }] });
  expect((await client.get(window(at('10:15'), at('12:00')))).body).toEqual({ _items: [] });
  expect((await client.get(window(at('10:14'), at('12:00')))).body).toMatchObject({
    _items: [lunch],
  });
  const wrong = [BREAKS, window('noon', at('23:00')), window(at('13:00'), at('12:00'))];
  for (const path of wrong) expectRefusal(await client.get(path), 404, 'Invalid date given.');
});

test('addCalendarBreak: what is refused', async () => {
  const client = await openSandbox();
  const add = (body: object) => client.send('POST', BREAKS, body);
  expectRefusal(await add({ till: at('10:00') }), 400, 'Param "since" is required!');
  expectRefusal(await add({ since: at('10:00'), till: null }), 400, 'Param "till" is required!');
  for (const till of [at('09:45'), at('09:00'), 'noon', 5]) {
    expectRefusal(await add({ ...lunch, till }), 422, 'Invalid date range');
  }
  expect((await add(lunch)).status).toBe(201);
  expectRefusal(
    await add(lunch),
    409,
    'Break for given address, date range and description exists',
  );
  expect((await add({ ...lunch, description: 'Coffee' })).status).toBe(201);
  expect((await add({ ...lunch, description: 5 })).status).toBe(400);
});

test('moveCalendarBreak: what is refused', async () => {
  const client = await openSandbox();
  const id = idOf(await client.send('POST', BREAKS, lunch));
  const move = (body: object) => client.send('PATCH', `${BREAKS}/${id}`, body);
  expectRefusal(await move({ till: at('10:00') }), 400, 'Param "since" is required!');
  expectRefusal(await move({ since: at('10:00') }), 400, 'Param "till" is required!');
  expectRefusal(await move(lunch), 422, 'Same Date Range');
  expectRefusal(
    await move({ since: at('10:00'), till: at('09:00') }),
    422,
    `Till (${at('09:00')}) cannot be set before since (${at('10:00')})`,
  );
  expectRefusal(await move({ since: at('10:00'), till: 'late' }), 422, 'Invalid date range');
  for (const path of [`${BREAKS}/0`, `${LUIS}/breaks/${id}`]) {
    expectRefusal(await client.send('PATCH', path, lunch), 404, 'Invalid break ID');
    expectRefusal(await client.send('DELETE', path), 404, 'Invalid break ID');
  }
});

test('a missing calendar has no breaks until one is added', async () => {
  const client = await openSandbox({ seed: testSeed });
  const missing = ofAna('106');
  const text = 'Calendar not found for this address';
  expectRefusal(await client.get(window(at('00:00'), at('23:00'), missing)), 404, text);
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const answer = await client.send(method, `${missing}/breaks/1`);
    expectRefusal(answer, 404, text);
  }
  expect((await client.send('POST', `${missing}/breaks`, lunch)).status).toBe(201);
  expect((await client.get(`${missing}/calendar`)).body).toEqual({ status: 'enabled' });
});

test('coupled addresses get, move and lose the break too', async () => {
  const client = await openSandbox();
  const online = ofAna('101');
  const body = { ...lunch, apply_on_coupled_addresses: true };
  const path = `${BREAKS}/${idOf(await client.send('POST', BREAKS, body))}`;
  const coupled = () => client.get(window(at('00:00'), at('23:00'), online));
  expect((await coupled()).body).toMatchObject({ _items: [lunch] });
  const range = { since: at('12:00'), till: at('13:00') };
  await client.send('PATCH', path, range);
  expect((await coupled()).body).toMatchObject({ _items: [range] });
  await client.send('DELETE', path);
  expect((await coupled()).body).toEqual({ _items: [] });
});
