import { defaultSeed } from '../../src/seed/defaultSeed.js';
import type { SandboxSeed, SeedAddress } from '../../src/seed/seed.js';

function address(id: string, more: Partial<SeedAddress>): SeedAddress {
  const services = [{ id: `${id}1`, name: 'Follow-up visit', serviceId: '2', duration: 20 }];
  return { id, services, ...more };
}

const [facility] = defaultSeed.facilities;
const [ana, luis] = facility?.doctors ?? [];
if (facility === undefined || ana === undefined || luis === undefined) {
  throw new Error('the default seed has lost its doctors');
}

/** The default clinic with one address, doctor and facility for every reason to be refused. */
export const testSeed: SandboxSeed = {
  ...defaultSeed,
  facilities: [
    {
      ...facility,
      doctors: [
        {
          ...ana,
          addresses: [
            ...ana.addresses,
            address('102', { name: 'May only be read', access: 'read' }),
            address('103', { name: 'Out of reach', access: 'none' }),
            address('104', {
              name: 'Not commercial',
              commercialType: 'basic',
              calendar: 'missing',
            }),
            address('105', { name: 'Closed down', status: 'disabled', calendar: 'disabled' }),
            address('106', { name: 'No calendar yet', calendar: 'missing' }),
          ],
        },
        luis,
        { id: '30', name: 'Eva', surname: 'Sanz', access: 'none', addresses: [address('300', {})] },
      ],
    },
    {
      id: '2',
      name: 'Other Clinic',
      doctors: [{ id: '40', name: 'Leo', surname: 'Gil', addresses: [address('400', {})] }],
    },
    { id: '3', name: 'Hidden Clinic', access: 'none', doctors: [] },
  ],
};

export function ofAna(addressId: string): string {
  return `/facilities/1/doctors/10/addresses/${addressId}`;
}

export const LUIS = '/facilities/1/doctors/20/addresses/200';
