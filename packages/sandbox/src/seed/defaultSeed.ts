import type { SandboxSeed } from './seed.js';

/** The clinic of a sandbox that is started without a seed: one facility, two doctors, three addresses. */
export const defaultSeed: SandboxSeed = {
  zone: 'Europe/Madrid',
  services: [
    { id: '1', name: 'First visit', specializationIds: ['7'] },
    { id: '2', name: 'Follow-up visit', specializationIds: ['7'] },
    { id: '3', name: 'Ultrasound', onlyDiagnostics: true },
  ],
  insuranceProviders: [
    { id: '11', name: 'Axa', plans: [{ id: '111', name: 'Axa Basic' }] },
    { id: '12', name: 'Sanitas' },
  ],
  facilities: [
    {
      id: '1',
      name: 'Sample Clinic',
      doctors: [
        {
          id: '10',
          name: 'Ana',
          surname: 'Ruiz',
          profileUrl: 'https://www.doctoralia.es/ana-ruiz',
          specializations: [{ id: '7', name: 'Dermatology' }],
          licenseNumbers: [{ id: '1', licenseNumber: '28/1234' }],
          addresses: [
            {
              id: '100',
              name: 'Sample Clinic Centro',
              cityName: 'Madrid',
              postCode: '28001',
              street: 'Calle de Serrano 1',
              insuranceProviders: ['11'],
              services: [
                {
                  id: '1001',
                  name: 'First visit',
                  serviceId: '1',
                  duration: 30,
                  price: 80,
                  isDefault: true,
                },
                { id: '1002', name: 'Follow-up visit', serviceId: '2', duration: 20, price: 50 },
              ],
            },
            {
              id: '101',
              name: 'Online consultation',
              isOnlineOnly: true,
              services: [
                {
                  id: '1011',
                  name: 'Follow-up visit',
                  serviceId: '2',
                  duration: 20,
                  isDefault: true,
                },
              ],
            },
          ],
        },
        {
          id: '20',
          name: 'Luis',
          surname: 'Mora',
          addresses: [
            {
              id: '200',
              name: 'Sample Clinic Norte',
              cityName: 'Madrid',
              postCode: '28046',
              street: 'Paseo de la Castellana 200',
              services: [
                { id: '2001', name: 'Ultrasound', serviceId: '3', duration: 45, isDefault: true },
              ],
            },
          ],
        },
      ],
    },
  ],
};
