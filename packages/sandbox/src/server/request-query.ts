import type { Range } from '../slots/work-period.js';
import { parseTimestamp } from '../time/timestamp.js';
import type { Call } from './operation.js';
import { invalid } from './refusal.js';

/** Names asked for by `with=a,b`, `with[]=a&with[]=b` or a repeated `with`. */
export function scopes(call: Call): ReadonlySet<string> {
  const values = [...call.query.entries()]
    .filter(([name]) => /^with(\[\d*\])?$/.test(name))
    .flatMap(([, value]) => value.split(','));
  return new Set(values.map((value) => value.trim()));
}

/** The required `start` and `end` of a query, as a half-open window; 400 when missing, malformed or reversed. */
export function readWindow(call: Call): Range {
  const [start, end] = ['start', 'end'].map((name) => {
    const at = parseTimestamp(call.query.get(name) ?? '', call.behaviour.timestamps);
    if (at === null) throw invalid({ [name]: ['This value is not a valid datetime.'] });
    return at;
  });
  if (start === undefined || end === undefined || end < start) {
    throw invalid({ end: ['End date should be greater than or equal to start date.'] });
  }
  return { start, end };
}
