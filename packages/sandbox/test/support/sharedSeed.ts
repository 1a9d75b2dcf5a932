import { defaultSeed } from '../../src/seed/defaultSeed.js';
import type { SandboxSeed, SeedAddress, SeedDoctor } from '../../src/seed/seed.js';

/** Address `id` with a service 12345 of its own, and one more. */
function address(id: string, extra: string, duration: number): SeedAddress {
  const services = [
    { id: '12345', name: `Visit of ${extra}`, duration },
    { id: extra, name: `Control of ${extra}`, duration },
  ];
  return { id, name: `Room of ${extra}`, services };
}

function doctor(id: string, name: string, ...addresses: readonly SeedAddress[]): SeedDoctor {
  return { id, name, surname: 'Vega', addresses };
}

/** Two facilities in which doctors share ids of addresses, and addresses ids of services. */
export const sharedSeed: SandboxSeed = {
  ...defaultSeed,
  facilities: [
    {
      id: '1',
      name: 'Centro',
      doctors: [
        doctor('10', 'Ana', address('333', '1', 30), address('100', '2', 30)),
        doctor('20', 'Bea', address('333', '3', 20), address('444', '4', 20)),
      ],
    },
    {
      id: '2',
      name: 'Norte',
      doctors: [
        doctor('10', 'Ana', address('333', '5', 15)),
        doctor('30', 'Clara', address('444', '6', 15), address('555', '7', 15)),
      ],
    },
  ],
};

/** Path of an address. */
export function place(facility: string, doctorId: string, addressId: string): string {
  return `/facilities/${facility}/doctors/${doctorId}/addresses/${addressId}`;
}
