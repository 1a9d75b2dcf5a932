import { createInterface } from 'node:readline';
import { jsonFolderStore } from '@slotwright/adapter';

/** A process that works on a calendar as it is told, line by line, and says what came of it. */
const ADDRESS = { facilityId: '1', doctorId: '2', addressId: '3' };
const [folder = '', lease = '0', locks] = process.argv.slice(2);
const store = jsonFolderStore(folder, 'test', {
  leaseMs: Number(lease),
  locks: locks === 'break' ? 'break' : 'respect',
});
const { signal } = new AbortController();
const lock = await store.lock(ADDRESS, { signal });
const say = (text: string): void => console.log(text);
if (lock.isErr()) {
  say('code' in lock.error ? `${lock.error.type} ${lock.error.code}` : lock.error.type);
  process.exit(1);
}
say(`locked ${lock.value.calendar.serial}`);
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'release') {
    await lock.value.release();
    say('released');
    break;
  }
  const { record } = lock.value.calendar;
  const done =
    line === 'save' ? await lock.value.save(record) : await lock.value.hold(Number(lease) / 2);
  say(
    done.match(
      () => `${line} done`,
      (error) => ('code' in error ? `${error.type} ${error.code}` : error.type),
    ),
  );
}
process.exit(0);
