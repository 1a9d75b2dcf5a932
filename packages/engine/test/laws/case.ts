import { type ClinicDocument, type Horizon, type Instant, parseDocument } from '../../src/index.js';
import { type ClinicCase, readHorizon } from '../../src/testing/index.js';

/** What a random case means once it is read: its documents are valid, so this cannot fail. */
export function setUp({ document, horizon }: ClinicCase): {
  readonly document: ClinicDocument;
  readonly horizon: Horizon;
  readonly now: Instant;
} {
  const { from, through, now } = readHorizon(horizon)._unsafeUnwrap();
  return { document: parseDocument(document)._unsafeUnwrap(), horizon: { from, through }, now };
}

/** SLOTWRIGHT_RUNS asks for more runs than a law makes by itself. */
export function runs(usual: number): number {
  return Number(process.env.SLOTWRIGHT_RUNS ?? usual);
}
