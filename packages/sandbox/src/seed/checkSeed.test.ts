import { expect, test } from 'vitest';
import { sharedSeed } from '../../test/support/sharedSeed.js';
import { testSeed } from '../../test/support/testSeed.js';
import { seedProblems } from './checkSeed.js';
import { defaultSeed } from './defaultSeed.js';
import type { SeedAddress } from './seed.js';

function withAddresses(...addresses: readonly SeedAddress[]) {
  const doctor = { id: '1', name: 'Ana', surname: 'Ruiz', addresses };
  return { ...defaultSeed, facilities: [{ id: '1', name: 'Clinic', doctors: [doctor] }] };
}

test('seeds that can be used have no problems', () => {
  expect([defaultSeed, testSeed, sharedSeed].flatMap(seedProblems)).toEqual([]);
});

test('every problem is named, with its path', () => {
  const service = { id: '9', name: 'Visit', serviceId: '77', duration: 0 };
  const seed = withAddresses(
    { id: '1', services: [service, service], insuranceProviders: ['55'], zone: 'Madrid' },
    { id: '1', services: [] },
    { id: 'a/b', services: [] },
  );
  const addresses = 'facilities[0].doctors[0].addresses';
  expect(seedProblems(seed).toSorted()).toEqual([
    `${addresses}[0].insuranceProviders[0]: unknown insurance provider 55`,
    `${addresses}[0].services[0].duration: must be whole minutes`,
    `${addresses}[0].services[0].serviceId: unknown service 77`,
    `${addresses}[0].services[1].duration: must be whole minutes`,
    `${addresses}[0].services[1].id: 9 is used twice`,
    `${addresses}[0].services[1].serviceId: unknown service 77`,
    `${addresses}[0].zone: unknown zone Madrid`,
    `${addresses}[1].id: 1 is used twice`,
    `${addresses}[2].id: cannot stand in a path`,
  ]);
});

test.each<[unknown, readonly string[]]>([
  [null, ['seed: expected object, received null']],
  ['clinic', ['seed: expected object, received string']],
  [
    { zone: 'Mars/Base', services: [] },
    ['zone: unknown zone Mars/Base', 'facilities: expected array, received undefined'],
  ],
  [
    {
      zone: 7,
      services: [{ id: 1, name: 'Visit' }],
      insuranceProviders: [{ id: 'axa', name: 'Axa' }],
      facilities: [{ id: '1', name: 'A', doctors: [{ id: '1', name: 'B', addresses: {} }, null] }],
    },
    [
      'zone: expected string, received number',
      'services[0].id: expected string, received number',
      'insuranceProviders[0].id: must be digits',
      'facilities[0].doctors[0].surname: expected string, received undefined',
      'facilities[0].doctors[0].addresses: expected array, received object',
      'facilities[0].doctors[1]: expected object, received null',
    ],
  ],
])('seed %j is no seed', (seed, problems) => {
  expect(seedProblems(seed)).toEqual(problems);
});
