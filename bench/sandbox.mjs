// A sandbox under a long day's work: as quick at the end as at the start, and no bigger.
import { startSandbox } from '@slotwright/sandbox';
import { ms, table } from './measure.mjs';

const PUTS = 1000;
const GETS = 10_000;
const DAYS = 84;
const DAY_MS = 86_400_000;
/** Midnight in Madrid, and summer time until all 84 days are over. */
const NOW = Date.parse('2030-05-12T22:00:00Z');

const dateAt = (day) => new Date(NOW + (day + 1) * DAY_MS).toISOString().slice(0, 10);

/** Visits of so many minutes from 09:00 to 14:00 and from 15:00 to 20:00, every day. */
function calendarBody(duration) {
  const slots = Array.from({ length: DAYS }, (_, day) => dateAt(day)).flatMap((date) =>
    [
      ['09:00', '14:00'],
      ['15:00', '20:00'],
    ].map(([start, end]) => ({
      start: `${date}T${start}:00+02:00`,
      end: `${date}T${end}:00+02:00`,
      address_services: [{ address_service_id: '1001', duration }],
    })),
  );
  return JSON.stringify({ slots });
}

async function connect(sandbox) {
  const credentials = Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`);
  const granted = await fetch(sandbox.tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${credentials.toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'integration' }),
  });
  const { access_token: token } = await granted.json();
  const [{ facilityId, doctorId, addressId }] = sandbox.ids.addresses;
  const address = `${sandbox.baseUrl}/facilities/${facilityId}/doctors/${doctorId}/addresses/${addressId}`;
  return async (method, path, expected, body) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${address}${path}`, { method, headers, body });
    const text = await response.text();
    if (response.status !== expected) throw new Error(`${method} ${response.status} ${text}`);
    return text;
  };
}

function heapMebibytes() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** Calls one after the other; the heap is read before, in the middle (the request log is full then) and after. */
async function measure(name, count, call) {
  const times = [];
  const heap = [heapMebibytes()];
  for (let index = 0; index < count; index += 1) {
    if (index === count / 2) heap.push(heapMebibytes());
    const started = performance.now();
    await call(index);
    times.push(performance.now() - started);
  }
  const tenth = count / 10;
  const [all, first, last] = [times, times.slice(0, tenth), times.slice(-tenth)].map(median);
  heap.push(heapMebibytes());
  return [
    name,
    count,
    ms(all),
    ms(first),
    ms(last),
    ...heap.map((size) => `${size.toFixed(1)} MiB`),
  ];
}

const sandbox = await startSandbox({
  profile: 'lenient',
  now: () => NOW,
  // Every PUT takes effect, although each body comes again and again.
  behaviour: { duplicateWindowMs: 0 },
});
const send = await connect(sandbox);
const bodies = [calendarBody(30), calendarBody(20)];
const week = new URLSearchParams({
  start: `${dateAt(0)}T00:00:00+02:00`,
  end: `${dateAt(7)}T00:00:00+02:00`,
});
const shown = async () => JSON.parse(await send('GET', `/slots?${week}`, 200))._items.length;

const puts = await measure('replaceSlots, 84 days', PUTS, (index) =>
  send('PUT', '/slots', 201, bodies[index % 2]),
);
const gets = await measure('getSlots, a week', GETS, () => send('GET', `/slots?${week}`, 200));
const starts = await shown();
if (starts !== 210) throw new Error(`the last PUT shows ${starts} starts a week`);
await sandbox.close();

console.log('\nThe sandbox over loopback, client included; heap before, halfway and after\n');
table(['call', 'calls', 'median', 'first 10%', 'last 10%', 'heap', 'halfway', 'end'], [puts, gets]);
console.log(`\n${starts} starts a week, ${(bodies[0].length / 1024).toFixed(0)} KiB a PUT`);
