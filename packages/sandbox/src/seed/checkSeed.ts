import { fieldPath } from '../answers/fieldErrors.js';
import type { SandboxSeed } from './seed.js';
import { SeedSchema } from './seedSchema.js';

/** A seed whose references lead somewhere too. */
const UsableSeed = SeedSchema.check(({ value, issues }) => {
  for (const [path, message] of unknownReferences(value)) {
    issues.push({ code: 'custom', input: value, path: [...path], message });
  }
});

/**
 * What is wrong with a seed, one line per problem with its path; empty when it can be used. It takes anything.
 * References between parts are looked at once every part has its type.
 *
 * @example
 * seedProblems({ zone: 'Mars/Base', services: [] });
 * // => ['zone: unknown zone Mars/Base', 'facilities: expected array, received undefined']
 */
export function seedProblems(seed: unknown): readonly string[] {
  const { error } = UsableSeed.safeParse(seed);
  return (error?.issues ?? []).map(
    ({ path, message }) =>
      `${fieldPath(path) || 'seed'}: ${message.replace('Invalid input: ', '')}`,
  );
}

type Problem = readonly [path: readonly (string | number)[], message: string];

/** Ids of dictionaries that addresses name and the seed does not have. */
function unknownReferences({
  facilities,
  services,
  insuranceProviders,
}: SandboxSeed): readonly Problem[] {
  const known = {
    service: new Set(services.map(({ id }) => id)),
    'insurance provider': new Set(insuranceProviders?.map(({ id }) => id)),
  };
  const check = (what: keyof typeof known, id: string | null | undefined, path: Problem[0]) =>
    typeof id !== 'string' || known[what].has(id) ? [] : [[path, `unknown ${what} ${id}`] as const];
  return facilities.flatMap(({ doctors }, facility) =>
    doctors.flatMap(({ addresses }, doctor) =>
      addresses.flatMap((address, index) => {
        const place = ['facilities', facility, 'doctors', doctor, 'addresses', index];
        return [
          ...(address.insuranceProviders ?? []).flatMap((id, nth) =>
            check('insurance provider', id, [...place, 'insuranceProviders', nth]),
          ),
          ...address.services.flatMap(({ serviceId }, nth) =>
            check('service', serviceId, [...place, 'services', nth, 'serviceId']),
          ),
        ];
      }),
    ),
  );
}
