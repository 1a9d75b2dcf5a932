import type { ComputedCalendar } from '@slotwright/engine';
import type {
  BreakInput,
  CalendarInput,
  ClinicInput,
  HorizonInput,
} from '@slotwright/engine/testing';
import type { LoggedRequest, SandboxSeed } from '@slotwright/sandbox';
import type { ApplyReport } from '../../src/index.js';
import { computed, parsed, seedFor } from './clinic.js';
import { applyOnce, type Options } from './sync.js';
import { openWorld, type World } from './world.js';

/** Monday 5 to Friday 9 October 2026; it is Sunday. */
const WEEK: HorizonInput = {
  now: '2026-10-04T08:00:00Z',
  from: '2026-10-05',
  through: '2026-10-09',
};

export interface Sample {
  /** Opening hours of every day, `09:00-12:00`. */
  readonly hours?: string;
  /** Other hours of single dates; empty means closed. */
  readonly dates?: Readonly<Record<string, string>>;
  readonly breaks?: readonly (readonly [id: string, start: string, end: string])[];
  readonly addresses?: readonly string[];
}

const window = (hours: string) => {
  const [start = '', end = ''] = hours.split('-');
  return { start, end };
};

/** A small clinic in Madrid with visits of 30 minutes. */
function clinic({
  hours = '09:00-12:00',
  dates = {},
  breaks = [],
  addresses = ['31'],
}: Sample = {}): ClinicInput {
  const { start, end } = window(hours);
  const calendars = addresses.map(
    (addressId): CalendarInput => ({
      id: `calendar-${addressId}`,
      facilityId: '11',
      doctorId: '22',
      addressId,
      services: [{ addressServiceId: `${addressId}0`, duration: 30 }],
      schedules: [
        { id: 's', start: `2026-10-01T${start}`, end: `2026-10-01T${end}`, rrule: 'FREQ=DAILY' },
      ],
      overrides: Object.entries(dates).map(([date, own]) => ({
        date,
        windows: own === '' ? [] : [window(own)],
      })),
      breaks: breaks.map(
        ([id, since, till]): BreakInput => ({
          id,
          start: since,
          end: till,
          description: id,
          publish: 'break',
        }),
      ),
    }),
  );
  return { version: 1, timezone: 'Europe/Madrid', calendars };
}

export function results(
  sample: Sample = {},
  horizon: HorizonInput = WEEK,
): readonly ComputedCalendar[] {
  const document = parsed(clinic(sample));
  if (document === undefined) throw new Error('the sample is no document');
  return computed(document, horizon);
}

export type WorldOptions = Partial<Parameters<typeof openWorld>[0]> & {
  readonly addresses?: readonly string[];
  readonly change?: (seed: SandboxSeed) => SandboxSeed;
};

export async function openSample(options: WorldOptions = {}): Promise<World> {
  const { addresses = ['31'], change = (seed: SandboxSeed) => seed, ...setting } = options;
  const document = parsed(clinic({ addresses }));
  if (document === undefined) throw new Error('the sample is no document');
  return openWorld({
    seed: change(seedFor([document])),
    now: Date.parse(WEEK.now),
    horizon: { start: Date.parse('2026-10-05'), end: Date.parse('2027-01-05') },
    profile: 'lenient',
    faults: [],
    killsAtSave: new Map(),
    ...setting,
  });
}

/** Applies once; fails if the process does not get as far as a report. */
export async function apply(
  world: World,
  sample: Sample,
  options: Options = {},
  horizon: HorizonInput = WEEK,
): Promise<ApplyReport> {
  const report = await applyOnce(world, results(sample, horizon), options);
  if (report === undefined) throw new Error('no report');
  return report;
}

/** The write calls that the sandbox has had since, as `PUT slots`. */
export function writes(world: World, since = 0): readonly string[] {
  return sent(world, since).map(({ method, path }) => `${method} ${path.split('/')[10]}`);
}

export function sent(world: World, since = 0): readonly LoggedRequest[] {
  return world.sandbox
    .requestLog()
    .filter(({ method }) => method !== 'GET')
    .filter(({ path }) => !path.includes('/oauth/'))
    .slice(since);
}

/** The starts that patients see on a date, in Madrid in summer. */
export async function starts(world: World, date: string, addressId = '31'): Promise<string> {
  const visits = await world.look.visits({ facilityId: '11', doctorId: '22', addressId });
  return visits
    .map(({ start }) => new Date(start + 7_200_000).toISOString())
    .filter((text) => text.startsWith(date))
    .map((text) => text.slice(11, 16))
    .join(' ');
}
