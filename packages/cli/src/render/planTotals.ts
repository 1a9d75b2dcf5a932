import type { SyncPlan } from '@slotwright/engine';
import { mostWrites, syncTotals } from '@slotwright/engine/plan';
import { counted, paragraph } from './wrapping.js';

type Plans = readonly Pick<SyncPlan, 'steps' | 'expected'>[];

/** What plans send, counted from their steps: dates, breaks and calls. */
export function totalsWords(plans: Plans): readonly string[] {
  const totals = syncTotals(plans);
  if (totals.writes === 0) return ['nothing to send'];
  const sent = new Set(
    plans.flatMap(({ steps }, index) =>
      steps.flatMap((step) =>
        step.type === 'replace-slots' ? step.dates.map((date) => `${index} ${date}`) : [],
      ),
    ),
  );
  const slots = plans.reduce(
    (sum, { expected }, index) =>
      expected.reduce(
        (own, date) => own + (sent.has(`${index} ${date.date}`) ? date.slots.length : 0),
        sum,
      ),
    0,
  );
  const breaks = [
    { count: totals.breaksCreated, done: 'created' },
    { count: totals.breaksMoved, done: 'moved' },
    { count: totals.breaksDeleted, done: 'deleted' },
  ].filter(({ count }) => count > 0);
  return [
    ...(totals.datesChanged === 0
      ? []
      : [
          `${counted(totals.datesChanged, 'date')} with ${counted(totals.workPeriods, 'work period')} and ${counted(slots, 'slot')}`,
          `${counted(totals.clears, 'range')} cleared`,
        ]),
    ...breaks.map(({ count, done }) => `${counted(count, 'break')} ${done}`),
    counted(totals.writes, 'write call'),
  ];
}

/** What happens if Docplanner refuses several dates in one request, as the real one may. */
export function oneByOneLines(plans: Plans, width: number): readonly string[] {
  const most = mostWrites(plans);
  if (most === syncTotals(plans).writes) return [];
  const sentence = `If Docplanner refuses several dates in one request, each is sent by itself: up to ${counted(most, 'write call')}.`;
  return paragraph('', sentence, width);
}

/** The question before a plan is sent. */
export function confirmText(plans: Plans, target: string): string {
  const { writes } = syncTotals(plans);
  const most = mostWrites(plans);
  const more = most === writes ? '' : ` (up to ${most}, if several dates in one are refused)`;
  return `Make ${counted(writes, 'write call')}${more} to ${target}? Only "yes" is taken: `;
}
