import type { Step } from './step.js';

/**
 * When a step may be made, in this order. What slots refer to has to be there before `replace`, and may
 * go after `free`.
 */
const STAGES = [
  /** Time is hidden: breaks are created or extended. */
  'hide',
  /** Slots are replaced. */
  'replace',
  /** Time is shown again: breaks are shrunk or deleted. */
  'free',
] as const;

type Stage = (typeof STAGES)[number];

/** What one kind of resource needs, by when it may be made. */
export type StagedSteps = Readonly<Partial<Record<Stage, readonly Step[]>>>;

/**
 * The one order in which steps of all kinds are made. It is safe to stop anywhere: at no moment can a
 * patient book time that neither the old nor the new schedule offers.
 */
export function inSafeOrder(kinds: readonly StagedSteps[]): readonly Step[] {
  return STAGES.flatMap((stage) => kinds.flatMap((steps) => steps[stage] ?? []));
}
