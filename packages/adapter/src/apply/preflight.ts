import type { ClientError } from '../http/error/clientError.js';
import { callOptions, type Job, reading } from './job.js';
import type { Problem } from './problem.js';

/**
 * What has to be so before a calendar's first call: it is enabled, and its address offers every service that
 * the plan names. Insurance is left to the API, which says what is wrong with it.
 */
export async function preflight(job: Job): Promise<Problem | 'stopped' | undefined> {
  const { client, address, settings, course } = job;
  const calendar = await reading(job, client.getCalendar(address, callOptions(job)));
  if (calendar.isErr()) return readFailed(calendar.error);
  const services = await reading(job, client.listAddressServices(address, callOptions(job)));
  if (services.isErr()) return readFailed(services.error);
  const offered = new Set(services.value.map(({ id }) => id));
  const ids = [...named(job)].filter((id) => !offered.has(id));
  if (ids.length > 0) return { type: 'unknown-services', ids };
  if (calendar.value === 'enabled') return undefined;
  if (settings.enable === 'refuse') return { type: 'calendar-disabled', status: calendar.value };
  if (course.beforeWrite() !== undefined) return 'stopped';
  job.counts.writes += 1;
  const enabled = await client.enableCalendar(address, callOptions(job));
  return enabled.isErr() ? { type: 'enable-failed', error: enabled.error } : undefined;
}

function named({ plan }: Job): ReadonlySet<string> {
  return new Set(
    plan.steps.flatMap((step) =>
      step.type === 'replace-slots'
        ? step.body.slots.flatMap((entry) =>
            entry.address_services.map(({ address_service_id: id }) => id),
          )
        : [],
    ),
  );
}

function readFailed(error: ClientError): Problem {
  return { type: 'read-failed', error };
}
