import {
  checkOutput,
  type FindingOutput,
  formatDate,
  formatUtc,
  NOTHING_KNOWN,
  syncPlan,
} from '@slotwright/engine';
import type { Split } from '@slotwright/engine/plan';
import type { Choice } from '../document/compute.js';
import { computedInParts } from '../document/parts.js';
import { findingsByCalendar } from './findings.js';
import { type CalendarText, calendarText, type Page, wholeText } from './planText.js';

/** What is told of a first sync: its text, and what decides how the command ends. */
export interface FirstPlan {
  readonly lines: readonly string[];
  readonly findings: readonly FindingOutput[];
  readonly totals: { readonly writes: number };
}

/** Plans the chosen calendars with nothing known, and keeps of each no more than its text and its sums. */
export function firstPlan(choice: Choice, split: Split, page: Page): FirstPlan {
  const isOnly = choice.calendars.length === 1;
  const texts = new Map<string, CalendarText>();
  const findings: FindingOutput[] = [];
  const from = formatDate(choice.horizon.from);
  let through = from;
  for (const part of computedInParts(choice)) {
    const output = checkOutput(part);
    const own = findingsByCalendar(output.findings);
    for (const computed of part.calendars) {
      const { id } = computed.calendar;
      const plan = syncPlan(computed, NOTHING_KNOWN, undefined, split);
      const shown = { plan, computed, findings: own.get(id) ?? [], risk: undefined, isOnly };
      texts.set(id, calendarText(shown, page));
    }
    for (const finding of output.findings) findings.push(finding);
    if (output.horizon.through > through) through = output.horizon.through;
  }
  const calendars = choice.calendars.flatMap(({ id }) => texts.get(id) ?? []);
  const plan = { now: formatUtc(choice.now), horizon: { from, through }, findings };
  const writes = calendars.reduce((sum, { sums }) => sum + sums.writes, 0);
  return {
    lines: wholeText(
      plan,
      calendars.flatMap(({ lines }) => lines),
      calendars,
      page,
    ),
    findings,
    totals: { writes },
  };
}
