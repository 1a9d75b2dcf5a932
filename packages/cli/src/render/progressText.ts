import {
  describeStep,
  documentedLimits,
  type ProgressEvent,
  type WaitReason,
} from '@slotwright/adapter';
import type { CalendarNames } from './calendarNames.js';
import { counted } from './wrapping.js';

/** `12 of 48 write calls, 31 a minute, 1 min 10 s left: lopez-centro: replace the slots of 2026-10-05` */
export function progressText(event: ProgressEvent, names: CalendarNames, now: number): string {
  const { done, total, perMinute, leftMs } = event.progress;
  const parts = [
    `${done} of ${counted(total, 'write call')}`,
    ...(perMinute === undefined ? [] : [`${perMinute.toFixed(0)} a minute`]),
    ...(leftMs === undefined || leftMs === 0 ? [] : [`${lengthText(leftMs)} left`]),
  ];
  return `${parts.join(', ')}: ${doing(event, names, now)}`;
}

function doing(event: ProgressEvent, names: CalendarNames, now: number): string {
  const { calendar } = event;
  switch (event.type) {
    case 'waiting':
      return waitingText(event, now);
    case 'calendar-started':
      return `${calendar}: started`;
    case 'verifying':
      return `${calendar}: reading back what Docplanner shows`;
    case 'calendar-finished':
      return `${calendar}: finished`;
    case 'step-started':
    case 'step-finished':
      return `${calendar}: ${describeStep(event.step, names(calendar))}`;
    case 'step-failed':
      return `${calendar}: failed to ${describeStep(event.step, names(calendar))}`;
    default:
      return event satisfies never;
  }
}

/** `waiting for the rate limit, 31 s, then 40 more`: what for, until when, and how it goes on. */
function waitingText(
  event: Extract<ProgressEvent, { readonly type: 'waiting' }>,
  now: number,
): string {
  const { calendar, reason, until, progress } = event;
  const wait = `waiting for ${WAITED_FOR[reason]}, ${lengthText(Math.max(0, until - now))} (until ${clockText(until)})`;
  if (reason !== 'rate-limit') return `${calendar}: ${wait}`;
  const left = progress.total - progress.done;
  return `${wait}, then ${Math.min(left, MAX_AT_ONCE)} more`;
}

/** So many calls may be made when a minute is over. */
const MAX_AT_ONCE = Math.min(...documentedLimits.write.map(({ calls }) => calls));

/** The time of day on this machine: it is its user who waits. */
function clockText(ms: number): string {
  const date = new Date(ms);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

const WAITED_FOR = {
  'rate-limit': 'the rate limit',
  processing: 'Docplanner to process what was sent',
  'equal-request': 'Docplanner to forget an equal request',
  retry: 'the next try',
  lock: 'another process, if there still is one',
} as const satisfies Record<WaitReason, string>;

/** `50 s`, `1 min 10 s`, `2 h 5 min` */
function lengthText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
