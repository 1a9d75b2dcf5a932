import {
  type CalendarId,
  type ClinicDocument,
  type ComputedDocument,
  computeDocument,
  type Horizon,
  type Instant,
} from '@slotwright/engine';
import type { PlanFile, Split } from '@slotwright/engine/plan';
import { err, type Result, ResultAsync } from 'neverthrow';
import type { ApplyReport } from '../apply/report/applyReport.js';
import { type ApplyOptions, type RunPorts, settingsOf } from '../apply/session/applyOptions.js';
import { readDrift } from '../drift/readDrift.js';
import type { DriftReport } from '../drift/report.js';
import type { BookingsFile } from '../feed/bookingsFile.js';
import { type PullOptions, pullBookings } from '../feed/pullBookings.js';
import type { PullReport } from '../feed/pullReport.js';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import { systemPorts } from '../http/options/ports.js';
import { importClinic } from '../import/importClinic.js';
import type { ImportError, ImportedClinic, ImportOptions } from '../import/importedClinic.js';
import type { DocplannerClient } from '../resources/client.js';
import type { CalendarStore } from '../state/calendarStore.js';
import { carryOut } from './carryOut.js';
import type { GuardOptions } from './guard.js';
import { checkPlan, makePlan, type PlanParts, type Refresh } from './makePlan.js';
import type { PreparedPlan } from './preparedPlan.js';
import type { SyncError } from './syncError.js';

/** What a sync works with. */
export interface SyncParts {
  /** Whose calendars are kept; all calls are made with it. */
  readonly client: DocplannerClient;
  /** Where it is kept what was published. */
  readonly store: CalendarStore;
  /** Default: the system's clock and timers. */
  readonly ports?: RunPorts;
}

/** Which dates and calendars of a document are meant. A document that is computed already has its own. */
export interface SyncScope {
  /** Local dates of each calendar; those that Docplanner does not take yet are cut off. */
  readonly horizon: Horizon;
  /** What is over is not looked at. */
  readonly now: Instant;
  /** Ids of calendars; default all. */
  readonly only?: readonly CalendarId[];
}

/** How a plan is made. */
export interface PlanOptions extends Pick<ApplyOptions, 'signal' | 'maxWaitMs' | 'parallel'> {
  /** Default `read`: Docplanner is read first, so that drift is repaired. `none` takes the state's word for it. */
  readonly refresh?: Refresh;
  /** How dates are spread over requests; default as few as Docplanner is known to take. */
  readonly split?: Split;
  /**
   * The document that a computed one was made of, if all of its calendars were computed: then calendars that it has
   * left behind are looked for. A document that is not computed, and without `only`, is its own.
   */
  readonly whole?: ClinicDocument;
}

/** Where bookings are kept that a pull brings. */
export interface PullTarget<E> extends PullOptions {
  /** What the last pull saved; undefined for the first. */
  readonly previous: BookingsFile | undefined;
  /** Keeps the file; nothing more is taken off the queue until it has succeeded. */
  readonly save: (file: BookingsFile) => ResultAsync<void, E>;
}

/** A clinic document and Docplanner, kept in step. */
export interface Sync {
  /**
   * What is to be sent, so that Docplanner shows what the document says. Finds out first what became of calls
   * that an earlier process left in flight. Sends no write call. An error means that nothing is planned; a
   * calendar that cannot be read is in `unread`.
   */
  readonly plan: (
    document: ClinicDocument | ComputedDocument,
    options: SyncScope & PlanOptions,
  ) => ResultAsync<PreparedPlan, SyncError>;
  /** A plan that was kept in a file, if it still holds: `stale-plan-file` if it does not. */
  readonly check: (
    plan: PlanFile,
    options?: Pick<ApplyOptions, 'signal' | 'maxWaitMs'>,
  ) => ResultAsync<PreparedPlan, SyncError>;
  /**
   * Sends what a plan says, and reads back what Docplanner shows then. Every step is recorded before it is sent
   * and when it is done: interrupted or killed anywhere, plan and apply again. An error means that nothing was
   * sent; whatever happened after that is in the report.
   */
  readonly apply: (
    plan: PreparedPlan,
    options?: ApplyOptions & {
      /** What may be taken from patients without anybody saying so; default little. */
      readonly guard?: GuardOptions;
    },
  ) => ResultAsync<ApplyReport, SyncError>;
  /**
   * How Docplanner differs from the document, from `now` to the end of the horizon. Sends no write call. A
   * calendar that cannot be read has an `error` in the report; an error means that every further call would
   * meet it (`unauthorized`, `aborted`, `blocked-by-firewall`).
   *
   * Law: what an apply has published, and nobody touched since, has no drift.
   */
  readonly drift: (
    document: ClinicDocument | ComputedDocument,
    options: SyncScope & CallOptions,
  ) => ResultAsync<DriftReport, ClientError>;
  /**
   * Brings the bookings that Docplanner has, and keeps them with `save`; all calendars of the client belong in the
   * document, as their notifications share one queue (Docplanner API, section 12). Calendars are read in full
   * where notifications may be lost: the first time, after a pull that did not end, and after 60 hours. An error
   * means that a notification pull or `save` failed, or one that every further call would meet; whatever ended
   * it, the next pull makes up for it.
   */
  readonly pull: <E>(
    document: Pick<ClinicDocument, 'calendars'>,
    target: PullTarget<E>,
  ) => ResultAsync<PullReport, ClientError | E>;
  /**
   * Makes a document of what Docplanner shows from now on, to begin with. Sends no write call. An address that
   * cannot be imported is in `skipped`.
   *
   * Law: the document, with its bookings included, shows exactly the starts and services that were read, on
   * every date that no note names; planning it creates no break.
   */
  readonly import: (options: ImportOptions) => ResultAsync<ImportedClinic, ImportError>;
}

/**
 * Makes a sync. Nothing is read or sent yet.
 *
 * @example
 * const sync = createSync({ client, store: jsonFolderStore('.slotwright', target) });
 * const plan = await sync.plan(document, { horizon, now });
 * const report = await plan.asyncAndThen((made) => sync.apply(made));
 */
export function createSync({ client, store, ports = systemPorts }: SyncParts): Sync {
  const parts = (options: ApplyOptions): Result<PlanParts, SyncError> =>
    settingsOf(options, ports).map((settings) => ({ client, store, settings }));
  const withParts = <T>(
    options: ApplyOptions,
    work: (made: PlanParts) => Promise<Result<T, SyncError>>,
  ): ResultAsync<T, SyncError> => {
    const made = parts(options);
    return new ResultAsync(made.isErr() ? Promise.resolve(err(made.error)) : work(made.value));
  };
  return {
    plan: (document, { refresh = 'read', split, whole, ...options }) =>
      withParts(boundsOf(options), (made) => {
        const isWhole = !('findings' in document) && options.only === undefined;
        const own = isWhole ? document : whole;
        return makePlan(made, computedOf(document, options), own, refresh, split);
      }),
    check: (plan, options = {}) => withParts(options, (made) => checkPlan(made, plan)),
    apply: (plan, { guard = {}, ...options } = {}) =>
      withParts(options, (made) => carryOut(made, plan, guard)),
    drift: (document, options) => readDrift(client, computedOf(document, options), options),
    pull: (document, { previous, save, ...options }) =>
      pullBookings(client, document.calendars, previous, { clock: ports.clock, save }, options),
    import: (options) => importClinic(client, ports.clock, options),
  };
}

/** What bounds a plan, without what it is about. */
function boundsOf({ signal, maxWaitMs, parallel }: PlanOptions): ApplyOptions {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(maxWaitMs === undefined ? {} : { maxWaitMs }),
    ...(parallel === undefined ? {} : { parallel }),
  };
}

function computedOf(
  document: ClinicDocument | ComputedDocument,
  { horizon, now, only = [] }: SyncScope,
): ComputedDocument {
  return 'findings' in document ? document : computeDocument(document, horizon, now, only);
}
