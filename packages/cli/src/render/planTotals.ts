import type { SyncPlan } from '@slotwright/engine';
import { mostWrites, syncTotals } from '@slotwright/engine/plan';
import { counted, paragraph } from './wrapping.js';

type Plans = readonly Pick<SyncPlan, 'steps' | 'expected'>[];

/** What plans send, counted from their steps: dates, breaks and calls. */
export function totalsWords(plans: Plans): readonly string[] {
  const totals = syncTotals(plans);
  if (totals.writes === 0) return ['nothing to send'];
  const slots = plans.reduce((sum, plan) => sum + slotsSent(plan), 0);
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

/** How many slots there are to be on the dates that a plan sends. */
function slotsSent({ steps, expected }: Plans[number]): number {
  const sent = new Set(steps.flatMap((step) => (step.type === 'replace-slots' ? step.dates : [])));
  return expected.reduce((sum, { date, slots }) => sum + (sent.has(date) ? slots.length : 0), 0);
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
