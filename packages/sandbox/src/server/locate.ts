import {
  type Address,
  addressesWithId,
  addressKey,
  type Doctor,
  type Facility,
} from '../state/world.js';
import type { Call } from './operation.js';
import { notCommercial, notFound, Refusal } from './refusal.js';

const forbidden = (what: 'facility' | 'doctor' | 'address') =>
  new Refusal(403, `You are not authorized to see this ${what}`);

/** The facility that the path names; 404 unknown, 403 no access. */
export function locateFacility(call: Call): Facility {
  const facility = call.world.facilities.find((entry) => entry.id === call.param('facility'));
  if (facility === undefined) throw notFound();
  if (facility.access === 'none') throw forbidden('facility');
  return facility;
}

/** The doctor that the path names; one of another facility is as forbidden as one without access. */
export function locateDoctor(call: Call): { readonly facility: Facility; readonly doctor: Doctor } {
  const facility = locateFacility(call);
  const id = call.param('doctor');
  const doctor = facility.doctors.find((entry) => entry.id === id);
  if (doctor !== undefined && doctor.access !== 'none') return { facility, doctor };
  const known = call.world.facilities.some((entry) => entry.doctors.some((one) => one.id === id));
  throw known ? forbidden('doctor') : notFound();
}

/** The address that the path names, with the 403 texts of section 2 of the Docplanner API. */
export function locateAddress(call: Call): Address {
  const { facility, doctor } = locateDoctor(call);
  const place = { facilityId: facility.id, doctorId: doctor.id, id: call.param('address') };
  const address = call.world.addresses.get(addressKey(place));
  if (address === undefined) throw addressElsewhere(call, facility, place.id);
  if (address.access === 'none') throw forbidden('address');
  return address;
}

/** Why the doctor of the path has no address of this id: another doctor of the facility has, or another facility. */
function addressElsewhere(call: Call, facility: Facility, id: string): Refusal {
  const others = addressesWithId(call.world, id);
  if (others.length === 0) return notFound();
  const owner = others.some((other) => other.facilityId === facility.id) ? 'doctor' : 'facility';
  return new Refusal(403, `This address does not belong to this ${owner}`);
}

/** The address of a calendar that is about to be written; 403 where the client may only read. */
export function locateWritable(call: Call): Address {
  const address = locateAddress(call);
  if (address.access === 'read') {
    throw new Refusal(403, 'You are not authorized to make changes on this calendar');
  }
  return address;
}

/** 422 where a calendar cannot be active; otherwise the address with a calendar, created if it was missing. */
export function withActiveCalendar(address: Address): Address {
  if (address.commercialType === 'basic') throw notCommercial(address.id);
  return address.calendar === 'missing' ? { ...address, calendar: 'enabled' } : address;
}

/** `{base}/facilities/1/doctors/2/addresses/3` */
export function addressUrl(call: Call, address: Address): string {
  return `${call.baseUrl}/facilities/${address.facilityId}/doctors/${address.doctorId}/addresses/${address.id}`;
}
