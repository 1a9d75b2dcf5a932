import {
  describeApplyError,
  describeProblem,
  recover,
  type State,
  type StateId,
  type StateStore,
} from '@slotwright/adapter';
import { type PlanFile, type Split, type Staleness, staleness } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import { EXIT, type Failure } from '../exit.js';
import type { Connection } from '../remote/connection.js';
import { basisOf } from './basis.js';
import { calendarsOf, changesSince, placesOf } from './changes.js';
import type { Proposal } from './proposal.js';

/** How waits are bounded and ended. */
export interface Bounds {
  readonly signal: AbortSignal;
  readonly maxWaitMs?: number;
}

/** A plan, and the state that it holds for. */
export interface Prepared {
  readonly plan: PlanFile;
  readonly basedOn: StateId;
}

/**
 * The plan of a proposal, made from what the state says once it is known what became of calls that an earlier
 * process left in flight; of a plan file itself, if it is not stale. Sends no write call.
 */
export async function preparePlan(
  proposal: Proposal,
  { client, ports }: Connection,
  store: StateStore,
  bounds: Bounds,
  split: Split,
): Promise<Result<Prepared, Failure>> {
  const calendars =
    proposal.type === 'plan' ? calendarsOf(proposal.plan) : placesOf(proposal.result);
  const addresses = calendars.map(({ address }) => address);
  const recovered = await recover(client, addresses, { store, ports, ...bounds });
  if (recovered.isErr()) {
    return err({ exit: EXIT.failure, message: describeApplyError(recovered.error) });
  }
  const { state, problems } = recovered.value;
  if (bounds.signal.aborted) return err({ exit: EXIT.interrupted, message: 'interrupted' });
  const [problem] = problems;
  if (problem !== undefined) {
    const doing = 'it is not known what became of the last call of an earlier run';
    return err({ exit: EXIT.failure, message: `${doing}: ${describeProblem(problem.problem)}` });
  }
  const plan =
    proposal.type === 'plan'
      ? fresh(proposal.plan, state)
      : ok(changesSince(state, proposal.result, split));
  return plan.map((made) => ({ plan: made, basedOn: state }));
}

function fresh(plan: PlanFile, state: State): Result<PlanFile, Failure> {
  const stale = staleness(plan, basisOf(state, calendarsOf(plan)));
  return stale === undefined
    ? ok(plan)
    : err({ exit: EXIT.stale, message: `the plan is stale, ${WHY[stale]}; make it again` });
}

const WHY = {
  'other-lineage': 'because it was made from another state',
  'older-state': 'because the state is older than it is',
  'published-since': 'because something was published in these calendars since it was made',
} as const satisfies Record<Staleness, string>;
