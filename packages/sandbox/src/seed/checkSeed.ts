import { fieldPath } from '../answers/fieldErrors.js';
import type { SandboxSeed } from './seed.js';
import { SeedSchema } from './seedSchema.js';

/** One problem of a seed, at a path below it. */
type Problem = readonly [path: readonly PropertyKey[], message: string];

/**
 * What is wrong with a seed, one line per problem with its path; empty when it can be used. It takes anything.
 * References between parts are looked at once every part has its shape.
 *
 * @example
 * seedProblems({ zone: 'Mars/Base', services: [] });
 * // => ['zone: unknown zone Mars/Base', 'facilities: expected array, received undefined']
 */
export function seedProblems(seed: unknown): readonly string[] {
  const parsed = SeedSchema.safeParse(seed);
  const problems: readonly Problem[] = parsed.success
    ? unknownReferences(parsed.data)
    : parsed.error.issues.map(({ path, message }) => [path, message]);
  return problems.map(
    ([path, message]) => `${fieldPath(path) || 'seed'}: ${message.replace('Invalid input: ', '')}`,
  );
}

function unknownReferences(seed: SandboxSeed): readonly Problem[] {
  const services = new Set(seed.services.map(({ id }) => id));
  const providers = new Set(seed.insuranceProviders?.map(({ id }) => id));
  return addressesOf(seed).flatMap(([path, address]) => [
    ...(address.insuranceProviders ?? []).flatMap((id, index): readonly Problem[] =>
      providers.has(id)
        ? []
        : [[[...path, 'insuranceProviders', index], `unknown insurance provider ${id}`]],
    ),
    ...address.services.flatMap(({ serviceId: id }, index): readonly Problem[] =>
      typeof id !== 'string' || services.has(id)
        ? []
        : [[[...path, 'services', index, 'serviceId'], `unknown service ${id}`]],
    ),
  ]);
}

function addressesOf({ facilities }: SandboxSeed) {
  return facilities.flatMap(({ doctors }, facility) =>
    doctors.flatMap(({ addresses }, doctor) =>
      addresses.map((address, index) => {
        const path = ['facilities', facility, 'doctors', doctor, 'addresses', index] as const;
        return [path, address] as const;
      }),
    ),
  );
}
