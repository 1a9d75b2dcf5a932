import { expect, test } from 'vitest';
import { ADDRESS, book, idOf, openSandbox, period, put } from '../../test/support/testClient.js';

const DAY = '2030-05-16';
const at = (time: string) => `${DAY}T${time}:00+02:00`;
const BOOKINGS = `${ADDRESS}/bookings`;
const WHOLE_DAY = `start=${encodeURIComponent(at('00:00'))}&end=${encodeURIComponent(at('23:00'))}`;

async function withBookings(...times: readonly string[]) {
  const client = await openSandbox();
  await put(client, period(DAY, '09:00', '12:00'));
  const ids: string[] = [];
  for (const time of times) ids.push(idOf(await book(client, at(time))));
  return { client, ids };
}

test('getBookings in pages', async () => {
  const { client, ids } = await withBookings('09:00', '09:30', '10:00', '10:30', '11:00');
  const answer = await client.get(`${BOOKINGS}?${WHOLE_DAY}&page=2&limit=2`);
  const path = `/api/v3/integration${BOOKINGS}?${WHOLE_DAY}`;
  const link = (page: number) => ({ href: `${path}&page=${page}&limit=2` });
  expect(answer.body).toMatchObject({
    page: 2,
    limit: 2,
    pages: 3,
    total: 5,
    _links: { self: link(2), first: link(1), last: link(3), next: link(3), previous: link(1) },
    _items: [{ id: ids[2] }, { id: ids[3] }],
  });
  expect((await client.get(`${BOOKINGS}?${WHOLE_DAY}&page=1`)).body).toMatchObject({
    limit: 100,
    pages: 1,
  });
  for (const wrong of ['page=0', 'page=x', 'page=1&limit=0', 'page=1&limit=1e3']) {
    expect((await client.get(`${BOOKINGS}?${WHOLE_DAY}&${wrong}`)).status).toBe(400);
  }
  expect((await client.get(BOOKINGS)).status).toBe(400);
});
