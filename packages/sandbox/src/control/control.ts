import type { Json } from '../answers/json.js';
import { notFound, Refusal } from '../answers/refusal.js';
import { withActiveCalendar } from '../changes/activeCalendar.js';
import { bookVisit } from '../changes/bookVisit.js';
import { addBreak } from '../changes/breaks.js';
import type { Fault } from '../faults/fault.js';
import type { SandboxRuntime } from '../runtime/runtime.js';
import type { Access } from '../seed/seed.js';
import { type SandboxState, withAddress } from '../state/sandboxState.js';
import { parseTimestamp } from '../time/timestamp.js';
import type { EpochMs } from '../time/zone.js';
import { type AddressPlace, findAddress } from './findAddress.js';

/** A visit that a patient books on Docplanner's site. */
export interface PatientBooking extends AddressPlace {
  /** A service of that address. */
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
  /** ISO 8601 with offset; after `since`. */
  readonly till: string;
  /** Default null: none. */
  readonly description?: string | null | undefined;
}

/** What the client may do with an address from now on. */
export interface AccessChange extends AddressPlace {
  /** `none` answers 403, `read` refuses calendar writes. */
  readonly access: Access;
}

/** What tests do to a sandbox from outside the API. Impossible requests throw a `Refusal`. */
export interface Control {
  /** Makes the next matching requests fail, after those of earlier faults. */
  injectFault(fault: Fault): void;
  /** Forgets faults that have not happened yet. */
  clearFaults(): void;
  /** Moves the sandbox's clock forward, in milliseconds. */
  advanceClock(ms: number): void;
  /** The sandbox's clock. */
  now(): EpochMs;
  /** Books a slot as a patient on Docplanner's site would; returns the booking's id. */
  bookAsPatient(booking: PatientBooking): string;
  /** Adds a break as the doctor would in Docplanner's calendar; returns its id. */
  addBreakAsDoctor(calendarBreak: DoctorBreak): string;
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

/** The control interface of a running sandbox; `initial` is the state that its seed describes. */
export function createControl(runtime: SandboxRuntime, initial: SandboxState): Control {
  const snapshots = new Map<string, SandboxState>();
  return {
    injectFault: runtime.faults.add,
    clearFaults: runtime.faults.clear,
    advanceClock: runtime.clock.advance,
    now: runtime.clock.now,
    bookAsPatient(booking) {
      const state = runtime.state();
      const address = findAddress(state, booking);
      const start = readTime(booking.start);
      const request = {
        addressServiceId: booking.addressServiceId,
        duration: booking.duration ?? null,
        patient: booking.patient ?? INVENTED_PATIENT,
        comment: null,
        insurance: null,
      };
      const booked = bookVisit(state, address, runtime.clock.now(), start, request, 'user');
      runtime.setState(booked.state);
      return booked.booking.id;
    },
    addBreakAsDoctor(calendarBreak) {
      const state = runtime.state();
      const address = findAddress(state, calendarBreak);
      const range = { since: readTime(calendarBreak.since), till: readTime(calendarBreak.till) };
      if (range.till <= range.since) throw new Refusal(422, 'Invalid date range');
      const wanted = { ...range, description: calendarBreak.description ?? null, follows: null };
      const added = addBreak(state, withActiveCalendar(address), runtime.clock.now(), wanted);
      runtime.setState(added.state);
      return added.calendarBreak.id;
    },
    setAccess(change) {
      const state = runtime.state();
      const address = findAddress(state, change);
      runtime.setState(withAddress(state, { ...address, access: change.access }));
    },
    snapshot() {
      const id = String(snapshots.size + 1);
      snapshots.set(id, runtime.state());
      return id;
    },
    restore(snapshotId) {
      const state = snapshots.get(snapshotId);
      if (state === undefined) throw notFound();
      runtime.setState(state);
    },
    reset() {
      runtime.setState(initial);
      runtime.faults.clear();
      runtime.log.clear();
      runtime.limiter.forget();
    },
  };
}

function readTime(text: string): EpochMs {
  const at = parseTimestamp(text, 'any-iso');
  if (at === null) throw new Refusal(400, `Not a timestamp with offset: ${text}`);
  return at;
}
