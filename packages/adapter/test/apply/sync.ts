import { type ComputedCalendar, type Split, type SyncPlan, syncPlan } from '@slotwright/engine';
import {
  type ApplyOptions,
  type ApplyReport,
  applyPlan,
  describeReport,
  isSuccess,
  recordOf,
  recover,
  type State,
} from '../../src/index.js';
import { addressOf, type Running, type World } from './world.js';

const utc = (minute: number): string =>
  `${new Date(minute * 60_000).toISOString().slice(0, 19)}+00:00`;

export type Options = Partial<Omit<ApplyOptions, 'store' | 'basedOn' | 'ports'>>;

/** Plans as the command line does: what is in flight is looked up, breaks are read back. */
export async function planned(
  { client, store }: Pick<Running, 'client' | 'store'>,
  results: readonly ComputedCalendar[],
  ports: ApplyOptions['ports'],
  split: Split = { type: 'one-request' },
): Promise<{ readonly plans: readonly SyncPlan[]; readonly state: State } | undefined> {
  const recovered = await recover(client, results.map(addressOf), { store, ports });
  if (recovered.isErr() || recovered.value.problems.length > 0) return undefined;
  const { state } = recovered.value;
  const plans: SyncPlan[] = [];
  for (const result of results) {
    const [first, last] = [result.dates.at(0), result.dates.at(-1)];
    if (first === undefined || last === undefined) continue;
    const address = addressOf(result);
    const range = { since: utc(first.start), till: utc(last.end) };
    const breaks = await client.listBreaks(address, range);
    if (breaks.isErr()) return undefined;
    plans.push(syncPlan(result, recordOf(state, address).published, breaks.value, split));
  }
  return { plans, state };
}

/** One process plans and applies; undefined if it was killed or could not plan. */
export async function applyOnce(
  world: World,
  results: readonly ComputedCalendar[],
  options: Options = {},
): Promise<ApplyReport | undefined> {
  const running = await world.start();
  const work = async (): Promise<ApplyReport | undefined> => {
    const made = await planned(running, results, world.ports);
    if (made === undefined) return undefined;
    const { lineage, serial } = made.state;
    const report = await applyPlan(running.client, made.plans, {
      enable: 'refuse',
      onProgress: (event) => world.texts.push(JSON.stringify(event)),
      ...options,
      store: running.store,
      basedOn: { lineage, serial },
      ports: world.ports,
    });
    world.texts.push(JSON.stringify(report), ...report.map(describeReport).unwrapOr([]));
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
  const text = last === undefined ? 'no report' : describeReport(last).join('\n');
  throw new Error(
    `no success though nothing went wrong any more: ${text}\n${JSON.stringify(last)}`,
  );
}
