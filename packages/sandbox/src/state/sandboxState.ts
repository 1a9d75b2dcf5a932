import type { Json } from '../answers/json.js';
import type { Access } from '../seed/seed.js';
import type { Range, WorkPeriod } from '../slots/workPeriod.js';
import type { EpochMs, LocalDate } from '../time/zone.js';
import type { AddressService } from './addressService.js';
import type { Booking } from './booking.js';

export interface Break {
  readonly id: string;
  readonly since: EpochMs;
  readonly till: EpochMs;
  readonly description: string | null;
  /** The break on a coupled address that this one was created with, and moves and vanishes with. */
  readonly follows: string | null;
}

export interface AssignedProvider {
  readonly id: string;
  readonly planIds: readonly string[];
}

/** A change of stored work periods that the calendar makes at `doneAt`. */
export interface SlotEdit {
  readonly doneAt: EpochMs;
  /** In order: each range is cleared, then its period (if any) is written. No range spans two local dates. */
  readonly steps: readonly { readonly range: Range; readonly period: WorkPeriod | null }[];
}

/** A replaceSlots request that was accepted, remembered to recognise it when it comes again. */
interface AcceptedPut {
  readonly digest: string;
  readonly doneAt: EpochMs;
}

export interface Address {
  readonly id: string;
  readonly facilityId: string;
  readonly doctorId: string;
  readonly name: string | null;
  readonly cityName: string | null;
  readonly postCode: string;
  readonly street: string | null;
  readonly zone: string;
  readonly access: Access;
  readonly status: 'enabled' | 'disabled';
  readonly calendar: 'enabled' | 'disabled' | 'missing';
  readonly isOnlineOnly: boolean;
  readonly visitPayment: boolean;
  readonly commercialType: 'premium' | 'saas-only' | 'basic';
  readonly insuranceSupport: 'private' | 'insurance' | 'private_and_insurance';
  readonly insuranceProviders: readonly AssignedProvider[];
  readonly services: readonly AddressService[];
  readonly days: ReadonlyMap<LocalDate, readonly WorkPeriod[]>;
  readonly edits: readonly SlotEdit[];
  readonly acceptedPuts: readonly AcceptedPut[];
  readonly breaks: readonly Break[];
  readonly bookings: readonly Booking[];
}

export interface Doctor {
  readonly id: string;
  readonly name: string;
  readonly surname: string;
  readonly access: Access;
  readonly profileUrl: string;
  readonly specializations: readonly { readonly id: string; readonly name: string }[];
  readonly licenseNumbers: readonly { readonly id: string; readonly licenseNumber: string }[];
  /** Keys of `SandboxState.addresses`, in the seed's order. */
  readonly addressKeys: readonly string[];
}

export interface Facility {
  readonly id: string;
  readonly name: string;
  readonly access: Access;
  readonly doctors: readonly Doctor[];
}

export interface Notification {
  readonly name: string;
  readonly data: Json;
  readonly createdAt: EpochMs;
}

interface DictionaryService {
  readonly id: string;
  readonly name: string;
  readonly onlyDiagnostics: boolean;
  readonly specializationIds: readonly string[];
}

export interface InsuranceProvider {
  readonly id: string;
  readonly name: string;
  readonly plans: readonly { readonly id: string; readonly name: string }[];
}

/** The whole state of a sandbox as one immutable value: a snapshot is a reference to it. */
export interface SandboxState {
  readonly zone: string;
  readonly services: readonly DictionaryService[];
  readonly insuranceProviders: readonly InsuranceProvider[];
  readonly facilities: readonly Facility[];
  /** By `addressKey`. */
  readonly addresses: ReadonlyMap<string, Address>;
  readonly notifications: readonly Notification[];
  /** When failed notifications were last released; that is allowed once an hour. */
  readonly releasedAt: EpochMs | null;
  /** The last id given to a booking, break or address service. */
  readonly lastId: number;
}

/** What tells an address from every other: its own id may occur under several doctors and facilities. */
export function addressKey(place: Pick<Address, 'facilityId' | 'doctorId' | 'id'>): string {
  return `${place.facilityId}/${place.doctorId}/${place.id}`;
}

/** The same state with one address changed. */
export function withAddress(state: SandboxState, address: Address): SandboxState {
  return { ...state, addresses: new Map(state.addresses).set(addressKey(address), address) };
}

/** Every address that has this id, in the seed's order. */
export function addressesWithId(state: SandboxState, id: string): readonly Address[] {
  return [...state.addresses.values()].filter((address) => address.id === id);
}

/** The doctor's addresses that the client may see. */
export function visibleAddresses(state: SandboxState, doctor: Doctor): readonly Address[] {
  return doctor.addressKeys
    .flatMap((key) => state.addresses.get(key) ?? [])
    .filter((address) => address.access !== 'none');
}

/** A fresh id, and the state that remembers having given it. */
export function nextId(state: SandboxState): { readonly id: string; readonly state: SandboxState } {
  const lastId = state.lastId + 1;
  return { id: String(lastId), state: { ...state, lastId } };
}
