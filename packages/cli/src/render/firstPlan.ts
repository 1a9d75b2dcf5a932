import { checkOutput, formatDate, formatUtc, NOTHING_KNOWN, syncPlan } from '@slotwright/engine';
import type { Split } from '@slotwright/engine/plan';
import type { Choice } from '../document/compute.js';
import { computedInParts } from '../document/parts.js';
import type { Judged } from '../exit.js';
import { findingsByCalendar } from './findings.js';
import { type CalendarText, calendarText, type Page, wholeText } from './planText.js';

/** What is told of a first sync: its text, and what decides how the command ends. */
export interface FirstPlan {
  readonly lines: readonly string[];
  readonly findings: readonly Judged[];
  readonly totals: { readonly writes: number };
}

/** Plans the chosen calendars with nothing known, and keeps of each no more than its text and its sums. */
export function firstPlan(choice: Choice, split: Split, page: Page): FirstPlan {
  const isOnly = choice.calendars.length === 1;
  const texts = new Map<string, CalendarText>();
  const findings: Judged[] = [];
  const from = formatDate(choice.horizon.from);
  let through = from;
  for (const part of computedInParts(choice)) {
    const output = checkOutput(part);
    const own = findingsByCalendar(output.findings);
    for (const computed of part.calendars) {
      const { id } = computed.calendar;
      const plan = syncPlan(computed, NOTHING_KNOWN, undefined, split);
      const shown = { plan, computed, findings: own.get(id) ?? [], risk: undefined };
      // All dates are sent.
      texts.set(id, calendarText({ ...shown, slots: computed.slots.length, isOnly }, page));
    }
    for (const { severity, accepted } of output.findings) findings.push({ severity, accepted });
    if (output.horizon.through > through) through = output.horizon.through;
  }
  const calendars = choice.calendars.flatMap(({ id }) => texts.get(id) ?? []);
  const plan = { now: formatUtc(choice.now), horizon: { from, through }, findings };
  const writes = calendars.reduce((sum, { sums }) => sum + sums.writes, 0);
  const told = calendars.flatMap(({ text }) => text ?? []);
  return { lines: wholeText(plan, told, calendars, page), findings, totals: { writes } };
}
