import type { SyncPlan } from '@slotwright/engine';
import type { ClientError } from '../../http/error/clientError.js';
import type { Problem } from '../report/problem.js';
import type { CalendarSession } from '../session/calendarSession.js';
import type { CalendarView } from '../verify/calendarView.js';

/**
 * What has to be so before a calendar's first call: it is enabled, and its address offers every service that
 * the plan names. A calendar that shows slots is enabled, and what it shows it offers: that is not asked.
 * Insurance is left to the API, which says what is wrong with it.
 */
export async function preflight(
  session: CalendarSession,
  { steps }: Pick<SyncPlan, 'steps'>,
  view: CalendarView | undefined,
  enable: 'enable' | 'refuse',
): Promise<Problem | 'stopped' | undefined> {
  const { address, control } = session;
  const isShown = view !== undefined && view.slots.size > 0;
  const known = view?.status ?? (isShown ? 'enabled' : undefined);
  const status =
    known ?? (await session.read((client, options) => client.getCalendar(address, options)));
  if (typeof status !== 'string' && status.isErr()) return readFailed(status.error);
  const calendar = typeof status === 'string' ? status : status.value;
  if (calendar !== 'enabled' && enable === 'refuse') {
    return { type: 'calendar-disabled', status: calendar };
  }
  const unknown = await unknownServices(session, steps, view);
  if (unknown !== undefined || calendar === 'enabled') return unknown;
  if (control.beforeWrite() !== undefined) return 'stopped';
  const enabled = await session.write((client, options) => client.enableCalendar(address, options));
  return enabled.isErr() ? { type: 'enable-failed', error: enabled.error } : undefined;
}

async function unknownServices(
  session: CalendarSession,
  steps: SyncPlan['steps'],
  view: CalendarView | undefined,
): Promise<Problem | undefined> {
  const shown = [...(view?.slots.values() ?? [])].flat();
  const seen = new Set(shown.map(({ addressServiceId }) => addressServiceId));
  const unseen = [...servicesIn(steps)].filter((id) => !seen.has(id));
  if (unseen.length === 0) return undefined;
  const services = await session.read((client, options) =>
    client.listAddressServices(session.address, options),
  );
  if (services.isErr()) return readFailed(services.error);
  const offered = new Set(services.value.map(({ id }) => id));
  const ids = unseen.filter((id) => !offered.has(id));
  return ids.length === 0 ? undefined : { type: 'unknown-services', ids };
}

/** The services that steps name. */
function servicesIn(steps: SyncPlan['steps']): ReadonlySet<string> {
  const entries = steps.flatMap((step) => (step.type === 'replace-slots' ? step.body.slots : []));
  return new Set(
    entries.flatMap((entry) => entry.address_services.map(({ address_service_id: id }) => id)),
  );
}

function readFailed(error: ClientError): Problem {
  return { type: 'read-failed', error };
}
