import { type ComputedCalendar, type ComputedDocument, parseInstant } from '@slotwright/engine';
import {
  type ApplyOptions,
  type ApplyReport,
  createSync,
  describeReport,
  isSuccess,
  type PlanOptions,
  type PreparedPlan,
  type Sync,
} from '../../src/index.js';
import type { Running, World } from './world.js';

export type Options = ApplyOptions & Pick<PlanOptions, 'refresh'>;

/** A document that was computed calendar by calendar. */
export function documentOf(results: readonly ComputedCalendar[], now: number): ComputedDocument {
  const [first] = results;
  if (first === undefined) throw new Error('no calendar');
  return {
    now: parseInstant(`${new Date(now).toISOString().slice(0, 16)}Z`)._unsafeUnwrap(),
    horizon: first.horizon,
    calendars: results.map((result) => ({ ...result, findings: [] })),
    findings: [],
  };
}

/** The sync of one process. */
export function syncOf(
  { client, store }: Pick<Running, 'client' | 'store'>,
  ports: World['ports'],
): Sync {
  return createSync({ client, store, ports });
}

/** What is to be sent; undefined if it cannot be planned. */
export async function planned(
  running: Pick<Running, 'client' | 'store'>,
  results: readonly ComputedCalendar[],
  ports: World['ports'],
  options: PlanOptions = {},
): Promise<PreparedPlan | undefined> {
  const document = documentOf(results, ports.clock.now());
  const { horizon, now } = document;
  const plan = await syncOf(running, ports).plan(document, { horizon, now, ...options });
  return plan.unwrapOr(undefined);
}

/** One process plans and applies; undefined if it was killed or could not plan. */
export async function applyOnce(
  world: World,
  results: readonly ComputedCalendar[],
  { refresh = 'read', ...options }: Options = {},
): Promise<ApplyReport | undefined> {
  const running = await world.start();
  const calendars = results.map(({ calendar }) => calendar);
  const work = async (): Promise<ApplyReport | undefined> => {
    const { signal } = options;
    const bounds = signal === undefined ? {} : { signal };
    const made = await planned(running, results, world.ports, { refresh, ...bounds });
    if (made === undefined) return undefined;
    const report = await syncOf(running, world.ports).apply(made, {
      onProgress: (event) => world.texts.push(JSON.stringify(event)),
      guard: { allowed: 'all' },
      ...options,
    });
    world.texts.push(
      JSON.stringify(report),
      ...report.map((made) => describeReport(made, calendars)).unwrapOr([]),
    );
    return report._unsafeUnwrap();
  };
  const ended = await Promise.race([work(), running.process.killed]);
  return ended === 'killed' ? undefined : ended;
}

/** Once nothing goes wrong any more, one round that finds doubtful dates and one that sends them must do. */
const MOST_CALM_ROUNDS = 3;

/** Applies again and again, each time in a new process, until it reports success. */
export async function applyUntilSuccess(
  world: World,
  results: readonly ComputedCalendar[],
  options: Options = {},
): Promise<ApplyReport> {
  const reports: (ApplyReport | undefined)[] = [];
  for (let calm = 0; calm < MOST_CALM_ROUNDS; ) {
    const wasCalm = world.isCalm();
    const report = await applyOnce(world, results, options);
    if (report !== undefined && isSuccess(report)) return report;
    reports.push(report);
    if (wasCalm && report !== undefined) calm += 1;
  }
  const last = reports.findLast((report) => report !== undefined);
  const calendars = results.map(({ calendar }) => calendar);
  const text = last === undefined ? 'no report' : describeReport(last, calendars).join('\n');
  throw new Error(
    `no success though nothing went wrong any more: ${text}\n${JSON.stringify(last)}`,
  );
}
