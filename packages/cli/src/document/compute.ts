import {
  type Calendar,
  type ClinicDocument,
  type ComputedDocument,
  computeDocument,
  type Horizon,
  type Instant,
} from '@slotwright/engine';
import type { Result } from 'neverthrow';
import { EXIT, type ExitCode, type Failure, hasOpenFinding, type Judged } from '../exit.js';
import { inputFailure } from '../input/inputError.js';
import { readDocument } from '../input/readDocument.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../options/common.js';
import { chosenHorizon, chosenNow, withinReach } from '../options/horizon.js';
import { chosenCalendars } from '../options/names.js';
import { type RetireOptions, retiring } from '../options/retire.js';

/** The dates and calendars of a document that the options choose. */
export interface Choice {
  readonly document: ClinicDocument;
  readonly horizon: Horizon;
  readonly now: Instant;
  readonly calendars: readonly Calendar[];
}

/** Reads the clinic document that a command names, with the bookings of the file that it names. */
export async function load(file: string, { stdin }: Io): Promise<Result<ClinicDocument, Failure>> {
  return await readDocument({ file, stdin }, 'all').mapErr(inputFailure);
}

/** A computed document, and the document itself if all of its calendars were asked for. */
export interface Computed {
  readonly computed: ComputedDocument;
  readonly whole: ClinicDocument | undefined;
}

/** The same as `compute`, for those who also look for what a document has left behind. */
export async function computeWhole(
  file: string,
  options: CommonOptions & RetireOptions,
  io: Io,
): Promise<Result<Computed, Failure>> {
  const document = await load(file, io);
  return document.andThen((value) => wholeOf(value, options, io.now()));
}

/** Computes what the options choose of a document, in which they may have retired calendars. */
export function wholeOf(
  document: ClinicDocument,
  options: CommonOptions & RetireOptions,
  clock: number,
): Result<Computed, Failure> {
  return retiring(document, options.retire).andThen((retired) =>
    computeChosen(retired, options, clock).map((computed) => ({
      computed,
      whole: options.calendar === undefined ? retired : undefined,
    })),
  );
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
function computeChosen(
  document: ClinicDocument,
  options: CommonOptions,
  clock: number,
): Result<ComputedDocument, Failure> {
  return choose(document, options, clock).map((choice) => computed(choice, choice.calendars));
}

/** Finds what the options choose of a document; `clock` in milliseconds. */
export function choose(
  document: ClinicDocument,
  options: CommonOptions,
  clock: number,
): Result<Choice, Failure> {
  return chosenCalendars(document, options.calendar).andThen((calendars) =>
    chosenNow(options, clock).andThen((now) =>
      chosenHorizon(options, document, now).andThen((horizon) => {
        const zones = calendars.map(({ timezone }) => timezone);
        return withinReach(horizon.from, '--from', zones, now).map(() => {
          return { document, horizon, now, calendars };
        });
      }),
    ),
  );
}

/** Computes some of the chosen calendars; what they have to do with others of their doctors is told too. */
export function computed(
  { document, horizon, now }: Choice,
  calendars: readonly Calendar[],
): ComputedDocument {
  const isWhole = calendars.length === document.calendars.length;
  return computeDocument(document, horizon, now, isWhole ? [] : calendars.map(({ id }) => id));
}

/** What errors among the findings, unless they are accepted, mean to scripts. */
export function exitFor({ findings }: { readonly findings: readonly Judged[] }): ExitCode {
  return hasOpenFinding(findings, 'error') ? EXIT.findings : EXIT.success;
}
