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

test('every problem is named', () => {
  const service = { id: '9', name: 'Visit', serviceId: '77', duration: 0 };
  const seed = withAddresses(
    { id: '1', services: [service, service], insuranceProviders: ['55'], zone: 'Madrid' },
    { id: '1', services: [] },
    { id: 'a/b', services: [] },
  );
  expect(seedProblems(seed)).toEqual([
    'unknown zone Madrid',
    'facility 1, doctor 1: address id 1 is used twice',
    'facility 1, doctor 1, address 1: address service id 9 is used twice',
    'facility 1, doctor 1: address id "a/b" cannot stand in a path',
    'address 1: unknown insurance provider 55',
    'address service 9: unknown service 77',
    'address service 9: duration must be whole minutes',
    'address service 9: unknown service 77',
    'address service 9: duration must be whole minutes',
  ]);
});
