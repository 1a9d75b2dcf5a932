import type { Instant, Step } from '@slotwright/engine';
import { encloses, type Interval } from '@slotwright/engine/intervals';
import { wireTime } from '@slotwright/engine/plan';

/** The time of a break that a step leaves uncovered, in part at least; undefined if it leaves none. */
export function uncoveredBy(step: Step): Interval<Instant> | undefined {
  switch (step.type) {
    case 'create-break':
    case 'replace-slots':
      return undefined;
    case 'delete-break':
      return breakTime(step.known);
    case 'move-break': {
      const time = breakTime(step.known);
      const moved = breakTime(step.body);
      const covered = time !== undefined && moved !== undefined && encloses(moved, time);
      return covered ? undefined : time;
    }
    default:
      return step satisfies never;
  }
}

/** When a break is, in the whole minutes that it touches; undefined if that cannot be read. */
export function breakTime({
  since,
  till,
}: {
  readonly since: string;
  readonly till: string;
}): Interval<Instant> | undefined {
  return wireTime(since, till);
}
