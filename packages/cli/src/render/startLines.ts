import type { Style } from '../io.js';
import { timeOfDay } from './clock.js';
import { type KnownServices, serviceText } from './services.js';
import { hanging } from './wrapping.js';

/** Starts of a date of which the same is said. */
export interface Starts {
  /** `missing` */
  readonly what: string;
  readonly starts: readonly { readonly start: string; readonly services: readonly string[] }[];
  /** What explains them: `booking 67892`. */
  readonly why: readonly string[];
}

/** A date whose starts differ from what they should be: one line for what is missing, one for what is extra… */
export function startLines(
  date: string,
  starts: readonly Starts[],
  known: KnownServices,
  local: (time: string) => string,
  width: number,
  style: Style,
): readonly string[] {
  return [
    style('bold', `  ${date}`),
    ...starts
      .filter((each) => each.starts.length > 0)
      .flatMap(({ what, starts: own, why }) => {
        const times = new Map<string, string[]>();
        for (const { start, services } of own) {
          const names = namesOf(services, known);
          const group = times.get(names);
          const time = timeOfDay(local(start));
          if (group === undefined) times.set(names, [time]);
          else group.push(time);
        }
        return [...times].flatMap(([names, group], index, { length }) => {
          const label = `    ${(index === 0 ? what : '').padEnd(8)}  `;
          const causes = index === length - 1 && why.length > 0 ? [`(${why.join(', ')})`] : [];
          return hanging(
            label,
            [...(names === '' ? [] : [`${names}:`]), ...group, ...causes],
            width,
          );
        });
      }),
  ];
}

/** Which services, where there is more than one to choose from. */
function namesOf(services: readonly string[], known: KnownServices): string {
  const [only] = known;
  const isOnly = known.length === 1 && services.every((id) => id === only?.addressServiceId);
  return isOnly ? '' : services.map((id) => serviceText(id, known)).join(', ');
}
