import { notFound, Refusal } from '../answers/refusal.js';
import { type Address, addressesWithId, type SandboxState } from '../state/sandboxState.js';

/** Which calendar is meant: its address, with doctor and facility where several addresses have that id. */
export interface AddressPlace {
  /** May be the id of several addresses. */
  readonly addressId: string;
  /** Left out: of any doctor. */
  readonly doctorId?: string | undefined;
  /** Left out: in any facility. */
  readonly facilityId?: string | undefined;
}

/** The one address that is meant; a Refusal when there is none, or more than one. */
export function findAddress(state: SandboxState, place: AddressPlace): Address {
  const { addressId, doctorId, facilityId } = place;
  const found = addressesWithId(state, addressId)
    .filter((address) => doctorId === undefined || address.doctorId === doctorId)
    .filter((address) => facilityId === undefined || address.facilityId === facilityId);
  const [address, ...others] = found;
  if (address === undefined) throw notFound();
  if (others.length === 0) return address;
  const owners = found.map((each) => `doctor ${each.doctorId} of facility ${each.facilityId}`);
  throw new Refusal(
    400,
    `Address ${addressId} is ambiguous: ${owners.join(', ')}. Give doctorId, facilityId or both.`,
  );
}
