import { expect, test } from 'vitest';
import type { ClientError } from '../../http/error/clientError.js';
import { describeClientError } from '../../http/error/describe.js';
import { describeStateError, type StateError } from '../../state/stateError.js';
import { type ApplyError, describeApplyError } from '../run/applyError.js';
import type { ApplyReport } from './applyReport.js';
import { describeDifference, describeReport } from './describeReport.js';
import { describeStep } from './describeStep.js';
import { describeEnding, type Ending } from './ending.js';
import { type NamedCalendar, namelessCalendar } from './namedCalendar.js';
import { describeProblem, type Problem } from './problem.js';

const where = 'state.json';
const states: readonly StateError[] = [
  { type: 'corrupt-state', where, problem: 'not JSON' },
  { type: 'foreign-state', where },
  { type: 'newer-state', where, version: 2 },
  { type: 'other-target', where, found: 'https://a', wanted: 'https://b' },
  { type: 'lost-lock', where },
  { type: 'locked-state', where, by: 'process 7 on x' },
  { type: 'unusable-state', where, doing: 'save', code: 'ENOSPC' },
];
const [lost] = states.filter(({ type }) => type === 'lost-lock');
const endings: readonly Ending[] = [
  { type: 'complete' },
  { type: 'interrupted' },
  { type: 'max-writes' },
  { type: 'needs-longer', retryAt: Date.parse('2026-10-05T09:00:00Z') },
  { type: 'needs-longer', retryAt: Number.POSITIVE_INFINITY },
  { type: 'unauthorized', message: 'Invalid credentials.' },
  { type: 'blocked', status: 405 },
  { type: 'unreachable' },
  ...(lost === undefined ? [] : [{ type: 'state-failed', error: lost } as const]),
];
const error: ClientError = {
  type: 'forbidden',
  message: 'No',
  outcome: 'not-done',
  operation: 'addCalendarBreak',
};
const utc = (from: string, to: string) => ({
  since: `2026-10-05T${from}:00+00:00`,
  till: `2026-10-05T${to}:00+00:00`,
});
const known = { id: '1', source: 's', ...utc('09:00', '10:00'), description: 'D' };
const ana: NamedCalendar = {
  id: 'ana',
  timezone: 'Europe/Madrid',
  services: [
    { addressServiceId: '7', name: 'First visit' },
    { addressServiceId: '8', name: undefined },
  ],
};
const dates = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08'];
const problems: readonly Problem[] = [
  { type: 'calendar-disabled', status: 'disabled' },
  { type: 'calendar-disabled', status: 'missing' },
  { type: 'enable-failed', error },
  { type: 'unknown-services', ids: ['7', '8'] },
  { type: 'read-failed', error },
  { type: 'not-shown', dates: ['2026-10-05'] },
  { type: 'stale-plan' },
  { type: 'step-failed', error, step: { type: 'create-break', source: 's', body: known } },
  {
    type: 'step-failed',
    error,
    step: { type: 'move-break', known, body: utc('10:00', '22:00') },
  },
  { type: 'step-failed', error, step: { type: 'delete-break', known } },
  { type: 'step-failed', error, step: { type: 'replace-slots', dates, body: { slots: [] } } },
];
const errors: readonly ApplyError[] = [
  ...states,
  { type: 'repeated-calendar', calendar: 'ana' },
  { type: 'invalid-apply-option', option: 'parallel', expected: 'a whole number from 1' },
];

test('every error, ending and problem is a line of its own', () => {
  const lines = [
    ...errors.map(describeApplyError),
    ...endings.map(describeEnding),
    ...problems.map((problem) => describeProblem(problem, ana)),
  ];
  for (const line of lines) expect(line).toMatch(/^[^\n]*[.)]$/);
  expect(new Set(lines).size).toBe(lines.length);
  expect(states.map(describeStateError)).toEqual(errors.slice(0, 7).map(describeApplyError));
  // What the client says is tested there.
  const own = lines.join('\n').replaceAll(describeClientError(error), '<error>');
  expect(own).toMatchSnapshot();
});

test('a report names calendars, problems, differences and how it ended', () => {
  const start = { start: '2026-10-05T09:00:00+02:00', services: ['7', '8'] };
  const six = Array.from({ length: 6 }, () => start);
  const address = { facilityId: '1', doctorId: '2', addressId: '3' };
  const calls = { reads: 1, writes: 2 };
  const none = { checked: 'all' as const, differences: [], lostBreaks: [], problems: [] };
  const base = { address, calls, stepsLeft: 1, bookingsChanged: false, ...none };
  const report: ApplyReport = {
    ending: { type: 'interrupted' },
    calendars: [
      { ...base, calendar: 'a', outcome: 'done' },
      {
        ...base,
        calendar: 'b',
        outcome: 'differs',
        differences: [{ date: '2026-10-05', missing: [start], extra: six }],
        lostBreaks: [utc('09:00', '10:00')],
      },
      { ...base, calendar: 'c', outcome: 'failed', problems: problems.slice(0, 1) },
      { ...base, calendar: 'd', outcome: 'left' },
      { ...base, calendar: 'e', outcome: 'unchecked' },
      { ...base, calendar: 'f', outcome: 'done', bookingsChanged: true },
    ],
  };
  expect(describeReport(report, [{ ...ana, id: 'b' }]).join('\n')).toMatchSnapshot();
});

test('a calendar of which nothing is known is told by ids, with times as they are written', () => {
  const extra = [{ start: '2026-10-05T09:00:00+02:00', services: ['7'] }];
  const difference = { date: '2026-10-05', missing: [], extra };
  const nameless = namelessCalendar('ana');
  expect(describeDifference(difference, nameless)).toBe('2026-10-05: extra 7: 09:00');
  expect(describeStep({ type: 'delete-break', known }, nameless)).toBe(
    'delete the break 2026-10-05 09:00-10:00',
  );
});

test('the only service of a calendar goes without saying', () => {
  const start = { start: '2026-10-05T09:00:00+02:00', services: ['7'] };
  const difference = {
    date: '2026-10-05',
    missing: [start],
    extra: [{ ...start, services: ['9'] }],
  };
  const only = { services: ana.services.slice(0, 1) };
  expect(describeDifference(difference, only)).toBe('2026-10-05: missing 09:00; extra 9: 09:00');
});
