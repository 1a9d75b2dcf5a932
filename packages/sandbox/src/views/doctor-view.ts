import type { Json } from '../state/json.js';
import { type Doctor, visibleAddresses, type World } from '../state/world.js';
import { addressView } from './address-view.js';

/** Doctor of the Docplanner API, section 4. */
export function doctorView(world: World, doctor: Doctor, scopes: ReadonlySet<string>): Json {
  return {
    id: doctor.id,
    name: doctor.name,
    surname: doctor.surname,
    ...(scopes.has('doctor.profile_url') && { profile_url: doctor.profileUrl }),
    ...(scopes.has('doctor.specializations') && {
      specializations: { _items: doctor.specializations.map(({ id, name }) => ({ id, name })) },
    }),
    ...(scopes.has('doctor.license_numbers') && {
      license_numbers: {
        _items: doctor.licenseNumbers.map(({ id, licenseNumber }) => ({
          id,
          license_number: licenseNumber,
        })),
      },
    }),
    ...(scopes.has('doctor.addresses') && {
      addresses: {
        _items: visibleAddresses(world, doctor).map((address) => addressView(address, scopes)),
      },
    }),
  };
}
