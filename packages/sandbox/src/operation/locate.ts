import { notFound, Refusal } from '../answers/refusal.js';
import {
  type Address,
  addressesWithId,
  addressKey,
  type Doctor,
  type Facility,
} from '../state/sandboxState.js';
import type { RequestContext } from './operation.js';

const forbidden = (what: 'facility' | 'doctor' | 'address') =>
  new Refusal(403, `You are not authorized to see this ${what}`);

/** The facility that the path names; 404 unknown, 403 no access. */
export function locateFacility(context: RequestContext): Facility {
  const facility = context.state.facilities.find((entry) => entry.id === context.param('facility'));
  if (facility === undefined) throw notFound();
  if (facility.access === 'none') throw forbidden('facility');
  return facility;
}

/** The doctor that the path names; one of another facility is as forbidden as one without access. */
export function locateDoctor(context: RequestContext): {
  readonly facility: Facility;
  readonly doctor: Doctor;
} {
  const facility = locateFacility(context);
  const id = context.param('doctor');
  const doctor = facility.doctors.find((entry) => entry.id === id);
  if (doctor !== undefined && doctor.access !== 'none') return { facility, doctor };
  const known = context.state.facilities.some((entry) =>
    entry.doctors.some((one) => one.id === id),
  );
  throw known ? forbidden('doctor') : notFound();
}

/** The address that the path names, with the 403 texts of section 2 of the Docplanner API. */
export function locateAddress(context: RequestContext): Address {
  const { facility, doctor } = locateDoctor(context);
  const place = { facilityId: facility.id, doctorId: doctor.id, id: context.param('address') };
  const address = context.state.addresses.get(addressKey(place));
  if (address === undefined) throw addressElsewhere(context, facility, place.id);
  if (address.access === 'none') throw forbidden('address');
  return address;
}

/** Why the doctor of the path has no address of this id: another doctor of the facility has, or another facility. */
function addressElsewhere(context: RequestContext, facility: Facility, id: string): Refusal {
  const others = addressesWithId(context.state, id);
  if (others.length === 0) return notFound();
  const owner = others.some((other) => other.facilityId === facility.id) ? 'doctor' : 'facility';
  return new Refusal(403, `This address does not belong to this ${owner}`);
}

/** The address of a calendar that is about to be written; 403 where the client may only read. */
export function locateWritable(context: RequestContext): Address {
  const address = locateAddress(context);
  if (address.access === 'read') {
    throw new Refusal(403, 'You are not authorized to make changes on this calendar');
  }
  return address;
}

/** `{base}/facilities/1/doctors/2/addresses/3` */
export function addressUrl(context: RequestContext, address: Address): string {
  return `${context.baseUrl}/facilities/${address.facilityId}/doctors/${address.doctorId}/addresses/${address.id}`;
}
