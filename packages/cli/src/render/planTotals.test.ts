import type { Step } from '@slotwright/engine';
import { expect, test } from 'vitest';
import { confirmText, oneByOneLines, planSums } from './planTotals.js';

const put = (...dates: string[]): Step => ({ type: 'replace-slots', dates, body: { slots: [] } });
const body = { since: '2026-10-05T09:00:00+02:00', till: '2026-10-05T10:00:00+02:00' };
const create: Step = {
  type: 'create-break',
  source: 'b',
  body: { ...body, description: 'b' },
};
const plan = (...steps: Step[]) => ({ steps });
const sums = (plans: readonly { readonly steps: readonly Step[] }[]) =>
  plans.map((each) => planSums(each, 0));

test('the refused request, every date by itself, and the breaks', () => {
  const plans = [plan(create, put('2026-10-05', '2026-10-06', '2026-10-07'))];
  expect(confirmText(plans, 'http://a')).toBe(
    'Make 2 write calls (up to 5, if several dates in one are refused) to http://a? Only "yes" is taken: ',
  );
  expect(oneByOneLines(sums(plans), 200).join(' ')).toContain('up to 5 write calls');
});

test('where every date is a request of its own nothing is said of it', () => {
  const plans = [plan(put('2026-10-05')), plan(put('2026-10-05'), create)];
  expect(confirmText(plans, 'x')).toBe('Make 3 write calls to x? Only "yes" is taken: ');
  expect(oneByOneLines(sums(plans), 80)).toEqual([]);
});

test('one call', () => {
  expect(confirmText([plan(create)], 'x')).toMatch(/^Make 1 write call to x\?/);
});
