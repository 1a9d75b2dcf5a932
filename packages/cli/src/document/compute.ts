import { type ClinicDocument, type ComputedDocument, computeDocument } from '@slotwright/engine';
import type { Result } from 'neverthrow';
import { EXIT, type ExitCode, type Failure, hasOpenFinding } from '../exit.js';
import { inputFailure } from '../input/inputError.js';
import { readDocument } from '../input/readDocument.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../options/common.js';
import { chosenHorizon, chosenNow, withinReach } from '../options/horizon.js';
import { chosenCalendars } from '../options/names.js';

/** Reads the clinic document that a command names, with the bookings of the file that it names. */
export async function load(file: string, { stdin }: Io): Promise<Result<ClinicDocument, Failure>> {
  return await readDocument({ file, stdin }, 'all').mapErr(inputFailure);
}

/** Reads a document and computes the dates and calendars that the options choose. */
export async function compute(
  file: string,
  options: CommonOptions,
  io: Io,
): Promise<Result<ComputedDocument, Failure>> {
  const document = await load(file, io);
  return document.andThen((value) => computeChosen(value, options, io.now()));
}

/** Computes the dates and calendars of a document that the options choose; `clock` in milliseconds. */
export function computeChosen(
  document: ClinicDocument,
  options: CommonOptions,
  clock: number,
): Result<ComputedDocument, Failure> {
  return chosenCalendars(document, options.calendar).andThen((calendars) =>
    chosenNow(options, clock).andThen((now) =>
      chosenHorizon(options, document, now).andThen((horizon) => {
        const zones = calendars.map(({ timezone }) => timezone);
        const only = options.calendar === undefined ? [] : calendars.map(({ id }) => id);
        return withinReach(horizon.from, '--from', zones, now).map(() =>
          computeDocument(document, horizon, now, only),
        );
      }),
    ),
  );
}

/** What errors among the findings, unless they are accepted, mean to scripts. */
export function exitFor({ findings }: ComputedDocument): ExitCode {
  return hasOpenFinding(findings, 'error') ? EXIT.findings : EXIT.success;
}
