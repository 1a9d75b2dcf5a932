// A document of 1,000 busy calendars through the whole engine.
import { computeDocument, NOTHING_KNOWN, syncPlan } from '@slotwright/engine';
import { ms } from './measure.mjs';
import { busyDocument, horizon, now, parsed } from './task.mjs';

const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

const document = parsed(busyDocument(1000));
globalThis.gc();
const before = process.memoryUsage();
const started = performance.now();
const result = computeDocument(document, horizon(), now(), []);
const plans = result.calendars.map((calendar) =>
  syncPlan(calendar, NOTHING_KNOWN, undefined, { type: 'one-request' }),
);
const elapsed = performance.now() - started;
const { rss } = process.memoryUsage();
globalThis.gc();
const live = process.memoryUsage().heapUsed - before.heapUsed;
const entries = plans.flatMap(({ steps }) => steps.flatMap(({ body }) => body.slots ?? [])).length;
console.log(
  `1,000 calendars: ${ms(elapsed)} (goal: 1000), ${mebibytes(rss)} at the end (goal: 512), ` +
    `of which ${mebibytes(before.rss)} before it started; results keep ${mebibytes(live)}; ${entries} entries, ${result.findings.length} findings`,
);
