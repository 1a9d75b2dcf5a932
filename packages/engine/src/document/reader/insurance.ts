import * as z from 'zod';
import type { Insurance, InsuranceAccepted } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { at, type ErrorCollector, foundText, uniqueness } from './errorCollector.js';
import { type List, readList } from './list.js';
import { type Parent, readRecord, shapeOf } from './record.js';
import { oneOf, unread } from './text.js';

const ACCEPTED = [
  'with-and-without-insurance',
  'without-insurance-only',
  'with-insurance-only',
] as const satisfies readonly InsuranceAccepted[];

const number = z.int().positive();

export const insuranceSchema = z
  .strictObject({
    accepted: oneOf(ACCEPTED).describe('Whether patients come with an insurance, without or both.'),
    providers: z
      .array(number)
      .max(MAX_ITEMS.providers)
      .optional()
      .describe("Docplanner's ids of the insurance providers that are accepted."),
    plans: z
      .array(number)
      .max(MAX_ITEMS.plans)
      .optional()
      .describe("Docplanner's ids of the plans of these providers that are accepted."),
  })
  .describe('Which patients can book: Docplanner shows it with every slot.');

const FRAME = insuranceSchema.extend({ providers: unread, plans: unread });
const SHAPE = shapeOf('an object with accepted and providers', FRAME, FRAME.partial());
const LISTS = {
  providers: { key: 'providers', items: 'insurance providers', most: MAX_ITEMS.providers },
  plans: { key: 'plans', items: 'insurance plans', most: MAX_ITEMS.plans },
};
type Key = keyof typeof LISTS;

/** Reads the `insurance` of a schedule or a window; nothing if it has none. */
export function readInsurance(parent: Parent, errors: ErrorCollector): Insurance | undefined {
  const raw = parent.known.insurance;
  if (raw === undefined) return undefined;
  const read = readRecord(SHAPE, raw, at(parent.path, 'insurance'), errors);
  if (read === undefined) return undefined;
  const providers = readNumbers('providers', read, errors);
  const plans = readNumbers('plans', read, errors);
  const { accepted } = read.known;
  if (accepted === 'with-insurance-only' && providers?.length === 0 && !isMisspelled(read)) {
    const expected = 'at least one insurance provider with with-insurance-only';
    errors.add(at(read.path, 'providers'), { type: 'providers-missing' }, expected);
  }
  if (accepted === 'without-insurance-only') {
    if (providers?.length) refuse('providers', read, errors);
    if (plans?.length) refuse('plans', read, errors);
  }
  if (accepted === undefined || providers === undefined || plans === undefined) return undefined;
  return { accepted, providers: providers.filter(isNumber), plans: plans.filter(isNumber) };
}

/** Positive numbers, each once; undefined in the place of what is none. */
function readNumbers(
  key: Key,
  insurance: Parent,
  errors: ErrorCollector,
): readonly (number | undefined)[] | undefined {
  const list = at(insurance.path, key);
  const unique = uniqueness(`each of the ${LISTS[key].items} once`, errors);
  const spec: List = { ...LISTS[key], least: 0, absent: 'is-empty' };
  return readList(spec, insurance, errors)?.map((item, index) => {
    const path = at(list, index);
    const id = number.safeParse(item);
    if (id.success) return unique(String(id.data), path) ? id.data : undefined;
    const problem = { type: 'invalid-value', found: foundText(item) } as const;
    errors.add(path, problem, `one of the ids of ${LISTS[key].items}, a positive whole number`);
    return undefined;
  });
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}

/** `provider: [52]` is one mistake: the key. */
function isMisspelled({ known, tried }: Parent): boolean {
  return known.providers === undefined && tried('providers');
}

function refuse(key: Key, { path }: Parent, errors: ErrorCollector): void {
  const expected = `no ${LISTS[key].items} with without-insurance-only`;
  errors.add(at(path, key), { type: `${key}-not-allowed` }, expected);
}
