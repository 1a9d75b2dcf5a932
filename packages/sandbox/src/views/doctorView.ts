import type { Json } from '../answers/json.js';
import { type Doctor, type SandboxState, visibleAddresses } from '../state/sandboxState.js';
import { addressView } from './addressView.js';

/** Doctor of the Docplanner API, section 4. */
export function doctorView(state: SandboxState, doctor: Doctor, scopes: ReadonlySet<string>): Json {
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
        _items: visibleAddresses(state, doctor).map((address) => addressView(address, scopes)),
      },
    }),
  };
}
