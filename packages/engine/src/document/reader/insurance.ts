import * as z from 'zod';
import type { Insurance, InsuranceAccepted } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { at } from '../path.js';
import { foundText } from './found.js';
import { type ListSpec, readList } from './list.js';
import type { Reading } from './reading.js';
import { type Parent, readRecord, shapeOf } from './record.js';
import { oneOf, unread } from './text.js';
import { uniqueness } from './unique.js';

const ACCEPTED = [
  'with-and-without-insurance',
  'without-insurance-only',
  'with-insurance-only',
] as const satisfies readonly InsuranceAccepted[];

const provider = z.int().positive();

export const insuranceSchema = z
  .strictObject({
    accepted: oneOf(ACCEPTED).describe('Whether patients come with an insurance, without or both.'),
    providers: z
      .array(provider)
      .max(MAX_ITEMS.providers)
      .optional()
      .describe("Docplanner's ids of the insurance providers that are accepted."),
  })
  .describe('Which patients can book: Docplanner shows it with every slot.');

const FRAME = insuranceSchema.extend({ providers: unread });
const SHAPE = shapeOf('an object with accepted and providers', FRAME, FRAME.partial());
const LIST: ListSpec = {
  items: 'insurance providers',
  least: 0,
  most: MAX_ITEMS.providers,
  absent: 'is-empty',
};

/** Reads the `insurance` of a schedule or a window; nothing if it has none. */
export function readInsurance(
  raw: unknown,
  parent: Parent,
  { errors }: Reading,
): Insurance | undefined {
  if (raw === undefined) return undefined;
  const read = readRecord(SHAPE, raw, at(parent.path, 'insurance'), errors);
  if (read === undefined) return undefined;
  const items = readList(LIST, read.known.providers, read, 'providers', errors);
  if (items === undefined) return undefined;
  const list = at(read.path, 'providers');
  const unique = uniqueness('each provider once', errors);
  const providers: number[] = [];
  items.forEach((item, index) => {
    const id = provider.safeParse(item);
    if (!id.success) {
      const problem = { type: 'invalid-value', found: foundText(item) } as const;
      errors.add(at(list, index), problem, "a provider's id, a positive whole number");
    } else if (unique(String(id.data), at(list, index))) {
      providers.push(id.data);
    }
  });
  const { accepted } = read.known;
  if (accepted === 'with-insurance-only' && items.length === 0 && !misspelled(read)) {
    const expected = 'at least one insurance provider with with-insurance-only';
    errors.add(list, { type: 'providers-missing' }, expected);
  }
  if (accepted === 'without-insurance-only' && items.length > 0) {
    const expected = 'no insurance providers with without-insurance-only';
    errors.add(list, { type: 'providers-not-allowed' }, expected);
  }
  return accepted === undefined ? undefined : { accepted, providers, plans: [] };
}

/** `provider: [52]` is one mistake: the key. */
function misspelled(read: Parent & { readonly known: { readonly providers?: unknown } }): boolean {
  return read.known.providers === undefined && read.tried('providers');
}
