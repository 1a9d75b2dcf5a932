import type { SyncPlan } from '@slotwright/engine';
import { mostWrites, type SyncTotals, syncTotals } from '@slotwright/engine/plan';
import { counted, paragraph } from './wrapping.js';

/** What plans send, counted from their steps. */
export interface PlanSums extends SyncTotals {
  /** Slots that there are to be on the dates that are sent. */
  readonly slots: number;
  readonly mostWrites: number;
}

/** Counts what a plan sends; `slots` are those that there are to be on its dates. */
export function planSums(plan: Pick<SyncPlan, 'steps'>, slots: number): PlanSums {
  return { ...syncTotals([plan]), slots, mostWrites: mostWrites([plan]) };
}

/** What plans send in all: dates, breaks and calls. */
export function totalsWords(sums: readonly PlanSums[]): readonly string[] {
  const total = (what: keyof PlanSums): number => sums.reduce((sum, each) => sum + each[what], 0);
  if (total('writes') === 0) return ['nothing to send'];
  const breaks = [
    { count: total('breaksCreated'), done: 'created' },
    { count: total('breaksMoved'), done: 'moved' },
    { count: total('breaksDeleted'), done: 'deleted' },
  ].filter(({ count }) => count > 0);
  return [
    ...(total('datesChanged') === 0
      ? []
      : [
          `${counted(total('datesChanged'), 'date')} with ${counted(total('workPeriods'), 'work period')} and ${counted(total('slots'), 'slot')}`,
          `${counted(total('clears'), 'range')} cleared`,
        ]),
    ...breaks.map(({ count, done }) => `${counted(count, 'break')} ${done}`),
    counted(total('writes'), 'write call'),
  ];
}

/** How many slots there are to be on the dates that a plan sends. */
export function slotsSent({ steps, expected }: Pick<SyncPlan, 'steps' | 'expected'>): number {
  const sent = new Set(steps.flatMap((step) => (step.type === 'replace-slots' ? step.dates : [])));
  return expected.reduce((sum, { date, slots }) => sum + (sent.has(date) ? slots.length : 0), 0);
}

/** What happens if Docplanner refuses several dates in one request, as the real one may. */
export function oneByOneLines(sums: readonly PlanSums[], width: number): readonly string[] {
  const most = sums.reduce((sum, each) => sum + each.mostWrites, 0);
  if (most === sums.reduce((sum, each) => sum + each.writes, 0)) return [];
  const sentence = `If Docplanner refuses several dates in one request, each is sent by itself: up to ${counted(most, 'write call')}.`;
  return paragraph('', sentence, width);
}

/** The question before a plan is sent. */
export function confirmText(plans: readonly Pick<SyncPlan, 'steps'>[], target: string): string {
  const { writes } = syncTotals(plans);
  const most = mostWrites(plans);
  const more = most === writes ? '' : ` (up to ${most}, if several dates in one are refused)`;
  return `Make ${counted(writes, 'write call')}${more} to ${target}? Only "yes" is taken: `;
}
