import type { Fault } from '../faults/fault.js';
import { bookVisit } from '../routes/book-slot.js';
import type { Access } from '../seed/seed.js';
import type { Desk } from '../server/desk.js';
import { withActiveCalendar } from '../server/locate.js';
import { notFound, Refusal } from '../server/refusal.js';
import { addBreak } from '../state/breaks.js';
import type { Json } from '../state/json.js';
import { type World, withAddress } from '../state/world.js';
import { parseTimestamp } from '../time/timestamp.js';
import type { EpochMs } from '../time/zone.js';
import { type AddressPlace, findAddress } from './find-address.js';

/** A visit that a patient books on Docplanner's site. */
export interface PatientBooking extends AddressPlace {
  readonly addressServiceId: string;
  /** ISO 8601 with offset. */
  readonly start: string;
  /** Minutes; default what the slot says. */
  readonly duration?: number | undefined;
  /** Default an invented patient. */
  readonly patient?: { readonly [key: string]: Json } | undefined;
}

/** A break that the doctor enters in Docplanner's calendar. */
export interface DoctorBreak extends AddressPlace {
  /** ISO 8601 with offset. */
  readonly since: string;
  readonly till: string;
  readonly description?: string | null | undefined;
}

/** What the client may do with an address from now on. */
export interface AccessChange extends AddressPlace {
  readonly access: Access;
}

/** What tests do to a sandbox from outside the API. Impossible requests throw a `Refusal`. */
export interface Control {
  injectFault(fault: Fault): void;
  clearFaults(): void;
  /** Moves the sandbox's clock forward, in milliseconds. */
  advanceClock(ms: number): void;
  now(): EpochMs;
  /** Books a slot as a patient on Docplanner's site would; returns the booking's id. */
  bookAsPatient(booking: PatientBooking): string;
  /** Adds a break as the doctor would in Docplanner's calendar; returns its id. */
  addBreakAsDoctor(pause: DoctorBreak): string;
  /** Gives or takes away the client's access to an address. */
  setAccess(change: AccessChange): void;
  /** Remembers the state; the clock, tokens, faults and the log are not part of it. */
  snapshot(): string;
  /** Goes back to a snapshot; throws a `Refusal` when there is none of that id. */
  restore(snapshotId: string): void;
  /** Back to the seed: state, faults, log and rate limits; clock and tokens stay. */
  reset(): void;
}

const INVENTED_PATIENT = { name: 'Pat', surname: 'Example', phone: '+34600000000', email: null };

export function createControl(desk: Desk, initial: World): Control {
  const snapshots = new Map<string, World>();
  return {
    injectFault: desk.faults.add,
    clearFaults: desk.faults.clear,
    advanceClock: desk.clock.advance,
    now: desk.clock.now,
    bookAsPatient(booking) {
      const world = desk.world();
      const address = findAddress(world, booking);
      const start = readTime(booking.start);
      const request = {
        addressServiceId: booking.addressServiceId,
        duration: booking.duration ?? null,
        patient: booking.patient ?? INVENTED_PATIENT,
        comment: null,
        insurance: null,
      };
      const booked = bookVisit(world, address, desk.clock.now(), start, request, 'user');
      desk.keep(booked.world);
      return booked.booking.id;
    },
    addBreakAsDoctor(pause) {
      const world = desk.world();
      const address = findAddress(world, pause);
      const range = { since: readTime(pause.since), till: readTime(pause.till) };
      if (range.till <= range.since) throw new Refusal(422, 'Invalid date range');
      const wanted = { ...range, description: pause.description ?? null, follows: null };
      const added = addBreak(world, withActiveCalendar(address), desk.clock.now(), wanted);
      desk.keep(added.world);
      return added.pause.id;
    },
    setAccess(change) {
      const world = desk.world();
      const address = findAddress(world, change);
      desk.keep(withAddress(world, { ...address, access: change.access }));
    },
    snapshot() {
      const id = String(snapshots.size + 1);
      snapshots.set(id, desk.world());
      return id;
    },
    restore(snapshotId) {
      const world = snapshots.get(snapshotId);
      if (world === undefined) throw notFound();
      desk.keep(world);
    },
    reset() {
      desk.keep(initial);
      desk.faults.clear();
      desk.log.clear();
      desk.limiter.forget();
    },
  };
}

function readTime(text: string): EpochMs {
  const at = parseTimestamp(text, 'any-iso');
  if (at === null) throw new Refusal(400, `Not a timestamp with offset: ${text}`);
  return at;
}
