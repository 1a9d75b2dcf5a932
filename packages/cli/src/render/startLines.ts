import { startsByServices } from '@slotwright/adapter';
import type { NamedService } from '@slotwright/engine/plan';
import type { Style } from '../io.js';
import { hanging } from './wrapping.js';

/** Starts of a date of which the same is said. */
export interface Starts {
  /** `missing` */
  readonly what: string;
  readonly starts: Parameters<typeof startsByServices>[0];
  /** What explains them: `booking 67892`. */
  readonly why: readonly string[];
}

/** A date whose starts differ from what they should be: one line for what is missing, one for what is extra… */
export function startLines(
  date: string,
  starts: readonly Starts[],
  known: readonly NamedService[],
  width: number,
  style: Style,
): readonly string[] {
  return [
    style('bold', `  ${date}`),
    ...starts
      .filter((each) => each.starts.length > 0)
      .flatMap(({ what, starts: own, why }) =>
        startsByServices(own, known).flatMap(({ services, times }, index, { length }) => {
          const label = `    ${(index === 0 ? what : '').padEnd(8)}  `;
          const causes = index === length - 1 && why.length > 0 ? [`(${why.join(', ')})`] : [];
          const names = services === '' ? [] : [`${services}:`];
          return hanging(label, [...names, ...times, ...causes], width);
        }),
      ),
  ];
}
