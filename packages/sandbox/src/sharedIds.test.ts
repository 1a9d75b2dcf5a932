import { expect, test } from 'vitest';
import { expectRefusal } from '../test/support/expectRefusal.js';
import { place, sharedSeed } from '../test/support/sharedSeed.js';
import {
  idOf,
  openSandbox,
  PATIENT,
  period,
  type TestClient,
  visibleStarts,
} from '../test/support/testClient.js';

const DAY = '2030-05-16';
const at = (time: string) => `${DAY}T${time}:00+02:00`;
const ANA = place('1', '10', '333');
const BEA = place('1', '20', '333');
const ANA_IN_NORTE = place('2', '10', '333');
const ALL = [ANA, BEA, ANA_IN_NORTE];

/** An hour from nine for service 12345 at each address 333: three starts of Bea's, two of Ana's, four in Norte. */
async function open() {
  const client = await openSandbox({ seed: sharedSeed });
  for (const [path, duration] of [
    [ANA, 30],
    [BEA, 20],
    [ANA_IN_NORTE, 15],
  ] as const) {
    const slots = [period(DAY, '09:00', '10:00', duration, '12345')];
    expect((await client.send('PUT', `${path}/slots`, { slots })).status).toBe(201);
  }
  return client;
}

const shown = (client: TestClient) =>
  Promise.all(ALL.map((path) => visibleStarts(client, DAY, path)));

const bookAt = (client: TestClient, path: string, duration: number) =>
  client.send('POST', `${path}/slots/${encodeURIComponent(at('09:00'))}/book`, {
    address_service_id: '12345',
    duration,
    patient: PATIENT,
  });

const [TWO, THREE, FOUR] = [
  ['09:00', '09:30'],
  ['09:00', '09:20', '09:40'],
  ['09:00', '09:15', '09:30', '09:45'],
] as const;

test('slots of addresses that share an id have nothing to do with each other', async () => {
  const client = await open();
  expect(await shown(client)).toEqual([TWO, THREE, FOUR]);
  await client.send('DELETE', `${BEA}/slots/${DAY}`);
  expect(await shown(client)).toEqual([TWO, [], FOUR]);
  await client.send('POST', `${ANA}/calendar/disable`);
  expect(await shown(client)).toEqual([[], [], FOUR]);
});

test('nor have the same PUT, or slots that take effect later', async () => {
  const client = await openSandbox({ seed: sharedSeed, behaviour: { processingDelayMs: 1000 } });
  const slots = [period(DAY, '09:00', '10:00', 60, '12345')];
  for (const path of ALL) {
    expect((await client.send('PUT', `${path}/slots`, { slots })).status).toBe(201);
  }
  expect(await shown(client)).toEqual([[], [], []]);
  client.sandbox.control.advanceClock(1000);
  expect(await shown(client)).toEqual([['09:00'], ['09:00'], ['09:00']]);
});

test('nor have breaks', async () => {
  const client = await open();
  const body = { since: at('09:00'), till: at('09:30') };
  const calendarBreak = await client.send('POST', `${BEA}/breaks`, body);
  expect(calendarBreak.headers.get('Location')).toBe(
    `${client.sandbox.baseUrl}${BEA}/breaks/${idOf(calendarBreak)}`,
  );
  expect(await shown(client)).toEqual([TWO, ['09:40'], FOUR]);
  expectRefusal(await client.get(`${ANA}/breaks/${idOf(calendarBreak)}`), 404, 'Invalid break ID');
  expect((await client.send('DELETE', `${BEA}/breaks/${idOf(calendarBreak)}`)).status).toBe(204);
  expect(await shown(client)).toEqual([TWO, THREE, FOUR]);
});

test('nor have bookings, and notifications say whose they are', async () => {
  const client = await open();
  const booked = await bookAt(client, BEA, 20);
  expect(booked).toMatchObject({
    status: 200,
    body: { duration: 20, address_service: { id: '12345', name: 'Visit of 3' } },
  });
  expect(await shown(client)).toEqual([TWO, ['09:20', '09:40'], FOUR]);
  const other = await client.send('POST', `${ANA}/bookings/${idOf(booked)}/move`, {});
  expectRefusal(other, 403, 'This booking does not belong to this address');
  expect((await client.send('DELETE', `${BEA}/bookings/${idOf(booked)}`)).status).toBe(204);
  expect(await shown(client)).toEqual([TWO, THREE, FOUR]);
  const { body } = await client.get('/notifications/multiple?limit=9');
  const data = {
    facility: { id: '1', name: 'Centro' },
    doctor: { id: '20', name: 'Bea', surname: 'Vega' },
    address: { id: '333', name: 'Room of 3' },
  };
  expect(body).toMatchObject({
    notifications: [
      { name: 'slot-booked', data },
      { name: 'booking-canceled', data },
    ],
  });
});

test('lists and single addresses are the doctor’s own', async () => {
  const client = await open();
  for (const [path, name] of [
    [ANA, 'Room of 1'],
    [BEA, 'Room of 3'],
    [ANA_IN_NORTE, 'Room of 5'],
  ] as const) {
    expect((await client.get(path)).body).toMatchObject({ id: '333', name });
    const doctor = path.replace(/\/addresses.*/, '');
    const listed = { _items: expect.arrayContaining([expect.objectContaining({ name })]) };
    expect((await client.get(`${doctor}/addresses`)).body).toMatchObject(listed);
    const full = await client.get(`${doctor}?with=doctor.addresses`);
    expect(full.body).toMatchObject({ addresses: listed });
  }
});

test('a service changes at its own address only, and a new one has a new id', async () => {
  const client = await open();
  const patch = { default_duration: 25, custom_name: 'Long' };
  await client.send('PATCH', `${BEA}/services/12345`, patch);
  expect((await client.get(`${BEA}/services/12345`)).body).toMatchObject({ duration: 25 });
  expect((await client.get(`${ANA}/services/12345`)).body).toMatchObject({ duration: 30 });
  expect((await client.send('DELETE', `${BEA}/services/12345`)).status).toBe(204);
  expect(await shown(client)).toEqual([TWO, [], FOUR]);
  const elsewhere = 'This service does not belong to this address';
  expectRefusal(await client.get(`${BEA}/services/12345`), 403, elsewhere);
  const added = [];
  for (const path of ALL)
    added.push(idOf(await client.send('POST', `${path}/services`, { service_id: '1' })));
  expect(new Set([...added, '12345']).size).toBe(4);
});

test.each([
  [place('1', '10', '444'), 403, 'This address does not belong to this doctor'],
  [place('1', '10', '555'), 403, 'This address does not belong to this facility'],
  [place('2', '10', '100'), 403, 'This address does not belong to this facility'],
  [place('1', '10', '666'), 404, 'Object not found'],
])('GET %s is %i %s', async (path, status, message) => {
  const client = await open();
  expectRefusal(await client.get(path), status, message);
});
