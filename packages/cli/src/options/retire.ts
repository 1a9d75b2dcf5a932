import { addressKey, type CalendarAddress, type ClinicDocument } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import { type Failure, wrongUsage } from '../exit.js';

/** Calendars of earlier documents that are to be cleared, as findings name them: `1/10/100`. */
export interface RetireOptions {
  readonly retire?: readonly string[];
}

/** The document as if it named these calendars under `retired`. */
export function retiring(
  document: ClinicDocument,
  names: readonly string[] = [],
): Result<ClinicDocument, Failure> {
  const retired = [...document.retired];
  for (const name of names) {
    const address = addressOf(name);
    if (address === undefined) {
      return err(
        wrongUsage(
          `--retire takes a facility, a doctor and an address, such as 1/10/100, not "${name}"`,
        ),
      );
    }
    const inUse = document.calendars.find((each) => addressKey(each) === name);
    if (inUse !== undefined) {
      return err(
        wrongUsage(`${name} is the calendar ${inUse.id} of the document, so it cannot be retired`),
      );
    }
    if (!retired.some((each) => addressKey(each) === name)) retired.push(address);
  }
  return ok({ ...document, retired });
}

function addressOf(name: string): CalendarAddress | undefined {
  const [facilityId = '', doctorId = '', addressId = '', ...more] = name
    .split('/')
    .map((part) => part.replace(/%(25|2F)/g, (code) => (code === '%25' ? '%' : '/')));
  const isWhole = facilityId !== '' && doctorId !== '' && addressId !== '' && more.length === 0;
  return isWhole ? { facilityId, doctorId, addressId } : undefined;
}
