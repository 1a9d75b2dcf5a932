import type { Insurance, InsuranceAccepted } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { list } from '../shape/list.js';
import { optional, record, required } from '../shape/record.js';
import { oneOf, wholeNumber } from '../shape/scalars.js';
import { at, type ErrorCollector, foundText, uniqueness } from './errorCollector.js';
import { readList } from './list.js';
import { type Parent, readRecord, tried } from './record.js';

const ACCEPTED = [
  'with-and-without-insurance',
  'without-insurance-only',
  'with-insurance-only',
] as const satisfies readonly InsuranceAccepted[];

const positive = wholeNumber('a positive whole number', 1, Number.MAX_SAFE_INTEGER);
const LISTS = {
  providers: list('providers', positive, {
    items: 'insurance providers',
    most: MAX_ITEMS.providers,
  }),
  plans: list('plans', positive, { items: 'insurance plans', most: MAX_ITEMS.plans }),
};

/** The `insurance` of a schedule or a window. */
export const insuranceRecord = record(
  'an object with accepted and providers',
  {
    accepted: required(
      oneOf(ACCEPTED),
      'Whether patients come with an insurance, without or both.',
    ),
    providers: optional(
      LISTS.providers,
      "Docplanner's ids of the insurance providers that are accepted.",
    ),
    plans: optional(
      LISTS.plans,
      "Docplanner's ids of the plans of these providers that are accepted.",
    ),
  },
  { description: 'Which patients can book: Docplanner shows it with every slot.' },
);

type Key = keyof typeof LISTS;

/** Reads the `insurance` of a schedule or a window; nothing if it has none. */
export function readInsurance(parent: Parent, errors: ErrorCollector): Insurance | undefined {
  const raw = parent.known.insurance;
  if (raw === undefined) return undefined;
  const read = readRecord(insuranceRecord, raw, at(parent.path, 'insurance'), errors);
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
  const place = at(insurance.path, key);
  const unique = uniqueness(`each of the ${LISTS[key].items} once`, errors);
  return readList(LISTS[key], insurance, errors)?.map((item, index) => {
    const path = at(place, index);
    const id = positive.read(item);
    if (id !== undefined) return unique(String(id), path) ? id : undefined;
    const problem = { type: 'invalid-value', found: foundText(item) } as const;
    errors.add(path, problem, `one of the ids of ${LISTS[key].items}, a positive whole number`);
    return undefined;
  });
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}

/** `provider: [52]` is one mistake: the key. */
function isMisspelled(insurance: Parent): boolean {
  return insurance.known.providers === undefined && tried(insurance, 'providers');
}

function refuse(key: Key, { path }: Parent, errors: ErrorCollector): void {
  const expected = `no ${LISTS[key].items} with without-insurance-only`;
  errors.add(at(path, key), { type: `${key}-not-allowed` }, expected);
}
