import { parseInstant } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { plainText } from '../http/error/plainText.js';

/** A booking that Docplanner has, in the form that clinic documents give bookings; nothing about its patient. */
export interface FeedBooking {
  /** Docplanner's; a move gives a booking a new one (Docplanner API, section 11). */
  readonly id: string;
  /** `2026-10-05T09:00:00+02:00`, in whole minutes */
  readonly start: string;
  /** After the start, in that form. */
  readonly end: string;
  /** Absent where Docplanner does not say which service it is. */
  readonly addressServiceId?: string | undefined;
  /** Whatever Docplanner does not call canceled is `booked`. */
  readonly status: 'booked' | 'canceled';
  /** Docplanner hides the slots of its bookings itself. */
  readonly publish: 'none';
}

/** The bookings that Docplanner has, as a file that a clinic document includes with `bookingsFrom`. */
export interface BookingsFile {
  /** Of the format. */
  readonly version: 1;
  /** Tells the file from a state and a plan. */
  readonly kind: 'slotwright-bookings';
  /**
   * Everything that happened before this moment is in the file. Absent while notifications are being taken
   * off the queue: a pull that finds it absent does not know what was lost, and reads all calendars.
   */
  readonly pulledAt?: string | undefined;
  /**
   * By `facilityId/doctorId/addressId`; by start, then id. Canceled ones stay until their time is over, so
   * that late news cannot bring them back. A calendar that is absent has never been read.
   */
  readonly calendars: Readonly<Record<string, readonly FeedBooking[]>>;
}

/** A file that is no bookings file; names the first place that is wrong, and never quotes the file. */
export interface InvalidBookingsFile {
  /** Of this kind of error. */
  readonly type: 'invalid-bookings-file';
  /** `calendars.1/10/100.0.start`; empty for the file itself. */
  readonly path: string;
  /** What has to be there. */
  readonly expected: string;
}

const MAX_CALENDARS = 10_000;
const MAX_BOOKINGS = 100_000;
const saying = (expected: string) => ({ error: expected });

const AN_ID = saying('an id of 1 to 255 characters without control characters');
const id = z
  .string(AN_ID)
  .regex(/^[^\p{Cc}\p{Cs}]{1,255}$/u, AN_ID)
  .max(255, AN_ID);
const A_TIME = saying('a time in whole minutes with its offset, such as 2026-10-05T09:00:00+02:00');
const time = z.string(A_TIME).refine((text) => parseInstant(text).isOk(), A_TIME);
const order = ({ start, end }: { readonly start: string; readonly end: string }): boolean =>
  Date.parse(start) < Date.parse(end);

const Booking = z
  .strictObject(
    {
      id,
      start: time,
      end: time,
      addressServiceId: id.exactOptional(),
      status: z.literal(['booked', 'canceled'], saying('booked or canceled')),
      publish: z.literal('none', saying('none')),
    },
    saying('a booking with id, start, end, addressServiceId, status and publish, and nothing else'),
  )
  .refine(order, { path: ['end'], ...saying('an end after the start') });

const A_PLACE = saying('a calendar as facilityId/doctorId/addressId');
const Place = z.string().regex(/^[^/\p{Cc}\p{Cs}]{1,999}(\/[^/\p{Cc}\p{Cs}]{1,999}){2}$/u, A_PLACE);
const A_FILE = saying('a bookings file with version, kind, pulledAt and calendars');
const File = z
  .strictObject(
    {
      version: z.literal(1, saying('version 1')),
      kind: z.literal('slotwright-bookings', saying('slotwright-bookings')),
      pulledAt: z.iso.datetime(saying('a time such as 2026-10-05T07:00:00Z')).exactOptional(),
      calendars: z.record(
        Place,
        z
          .array(Booking, saying('a list of bookings'))
          .max(MAX_BOOKINGS, saying(`at most ${MAX_BOOKINGS} bookings`)),
        saying('calendars by facilityId/doctorId/addressId'),
      ),
    },
    A_FILE,
  )
  .refine(({ calendars }) => Object.keys(calendars).length <= MAX_CALENDARS, {
    path: ['calendars'],
    ...saying(`at most ${MAX_CALENDARS} calendars`),
  })
  .refine(({ calendars }) => eachOnce(Object.values(calendars).flat()), {
    path: ['calendars'],
    ...saying('every booking once'),
  });

function eachOnce(bookings: readonly { readonly id: string }[]): boolean {
  return new Set(bookings.map((booking) => booking.id)).size === bookings.length;
}

/** Reads what JSON gave as a bookings file; anything but exactly that is refused, unknown keys too. */
export function readBookingsFile(input: unknown): Result<BookingsFile, InvalidBookingsFile> {
  const read = File.safeParse(input);
  if (read.success) return ok(read.data);
  const { path = [], message = '' } = read.error.issues[0] ?? {};
  const place = plainText(path.map(String).join('.'));
  return err({ type: 'invalid-bookings-file', path: place, expected: message });
}

/** Whether a clinic document and a bookings file can hold the booking. */
export function isFeedBooking(booking: FeedBooking): boolean {
  return Booking.safeParse(booking).success;
}
