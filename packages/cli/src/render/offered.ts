import type { ComputedCalendar, Service, WorkPeriod } from '@slotwright/engine';
import { list } from './wrapping.js';

type Configuration = WorkPeriod['configuration'];

/** What periods offer, with a letter for each way; no letter if there is only one way. */
export interface Offered {
  readonly letterOf: (configuration: Configuration) => string;
  readonly legend: (width: number) => readonly string[];
}

/** Gives the configurations of a calendar their letters, in the order in which they come. */
export function offeredBy({ calendar, basePeriods }: ComputedCalendar): Offered {
  const configurations = [...new Set(basePeriods.map(({ configuration }) => configuration))];
  const letters = new Map(
    configurations.map((each, index) => [each, configurations.length > 1 ? letter(index) : '']),
  );
  const letterOf = (each: Configuration): string => letters.get(each) ?? '';
  return {
    letterOf,
    legend: (width) =>
      configurations.flatMap((each) => {
        const label = letterOf(each) === '' ? '  ' : `  ${letterOf(each)}  `;
        return list(label, describe(each, calendar.services), width);
      }),
  };
}

/** The name of a service, else its id. */
export function serviceName({ name, addressServiceId }: Service): string {
  return name ?? addressServiceId;
}

function describe(
  { services, insurance }: Configuration,
  known: readonly Service[],
): readonly string[] {
  const parts = services.map(({ order, addressServiceId, duration }) => {
    const service = known[order];
    const name = service === undefined ? addressServiceId : serviceName(service);
    const buffer = service?.bufferAfter ?? 0;
    const length = buffer === 0 ? `${duration}` : `${duration - buffer}+${buffer}`;
    return `${name} ${length} min`;
  });
  if (insurance === undefined) return parts;
  const accepted = insurance.accepted.replaceAll('-', ' ');
  const providers = insurance.providers.length === 0 ? '' : ` (${insurance.providers.join(', ')})`;
  return [...parts, accepted + providers];
}

/** A to Z, then AA, AB and so on. */
function letter(index: number): string {
  const own = String.fromCharCode(65 + (index % 26));
  return index < 26 ? own : letter(Math.floor(index / 26) - 1) + own;
}
