import { invalid } from '../answers/refusal.js';
import type { Range } from '../slots/workPeriod.js';
import { parseTimestamp } from '../time/timestamp.js';
import type { RequestContext } from './operation.js';

/** Names asked for by `with=a,b`, `with[]=a&with[]=b` or a repeated `with`. */
export function scopes(context: RequestContext): ReadonlySet<string> {
  const values = [...context.query.entries()]
    .filter(([name]) => /^with(\[\d*\])?$/.test(name))
    .flatMap(([, value]) => value.split(','));
  return new Set(values.map((value) => value.trim()));
}

/** The required `start` and `end` of a query, as a half-open window; 400 when missing, malformed or reversed. */
export function readWindow(context: RequestContext): Range {
  const [start, end] = ['start', 'end'].map((name) => {
    const at = parseTimestamp(context.query.get(name) ?? '', context.behaviour.timestamps);
    if (at === null) throw invalid({ [name]: ['This value is not a valid datetime.'] });
    return at;
  });
  if (start === undefined || end === undefined || end < start) {
    throw invalid({ end: ['End date should be greater than or equal to start date.'] });
  }
  return { start, end };
}
