/**
 * `@slotwright/engine/intervals`: the algebra of half-open intervals, for any numbers that say the same unit.
 */
export { byStart, encloses, type Interval, intersect, overlaps } from './interval/interval.js';
export {
  clip,
  complementWithin,
  covers,
  type IntervalSet,
  subtract,
  union,
} from './interval/set.js';
