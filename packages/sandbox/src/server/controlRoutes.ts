import type { Hono } from 'hono';
import * as z from 'zod';
import { fieldErrors } from '../answers/fieldErrors.js';
import { Refusal } from '../answers/refusal.js';
import type { Control } from '../control/control.js';
import { FaultSchema } from '../faults/fault.js';
import type { RequestLog } from '../log/requestLog.js';
import type { AppEnv } from './appEnv.js';
import { checkOrigin } from './checkCaller.js';

export const CONTROL_PATH = '/_sandbox';

const Advance = z.object({ ms: z.number().min(0).max(1e12) });
const Place = {
  addressId: z.string(),
  doctorId: z.string().optional(),
  facilityId: z.string().optional(),
};
const AccessChange = z.object({ ...Place, access: z.enum(['full', 'read', 'none']) });
const Restore = z.object({ snapshot: z.string() });
const PatientBooking = z.object({
  ...Place,
  addressServiceId: z.string(),
  start: z.string(),
  duration: z.int().min(1).max(1440).optional(),
  patient: z.record(z.string(), z.json()).optional(),
});
const DoctorBreak = z.object({
  ...Place,
  since: z.string(),
  till: z.string(),
  description: z.string().nullish(),
});

async function read<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await request.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'Invalid arguments', fieldErrors(parsed.error));
}

/** The control interface: JSON, without a token, below `/_sandbox`; not for web pages of other origins. */
export function addControlRoutes(app: Hono<AppEnv>, control: Control, log: RequestLog): void {
  app.use(`${CONTROL_PATH}/*`, checkOrigin);
  app.post(`${CONTROL_PATH}/faults`, async (c) => {
    control.injectFault(await read(c.req.raw, FaultSchema));
    return c.body(null, 204);
  });
  app.delete(`${CONTROL_PATH}/faults`, (c) => {
    control.clearFaults();
    return c.body(null, 204);
  });
  app.get(`${CONTROL_PATH}/requests`, (c) => c.json({ requests: log.entries() }));
  app.get(`${CONTROL_PATH}/clock`, (c) => c.json({ now: control.now() }));
  app.post(`${CONTROL_PATH}/clock/advance`, async (c) => {
    control.advanceClock((await read(c.req.raw, Advance)).ms);
    return c.json({ now: control.now() });
  });
  app.post(`${CONTROL_PATH}/bookings`, async (c) =>
    c.json({ id: control.bookAsPatient(await read(c.req.raw, PatientBooking)) }, 201),
  );
  app.post(`${CONTROL_PATH}/breaks`, async (c) =>
    c.json({ id: control.addBreakAsDoctor(await read(c.req.raw, DoctorBreak)) }, 201),
  );
  app.post(`${CONTROL_PATH}/access`, async (c) => {
    control.setAccess(await read(c.req.raw, AccessChange));
    return c.body(null, 204);
  });
  app.post(`${CONTROL_PATH}/snapshots`, (c) => c.json({ snapshot: control.snapshot() }, 201));
  app.post(`${CONTROL_PATH}/restore`, async (c) => {
    control.restore((await read(c.req.raw, Restore)).snapshot);
    return c.body(null, 204);
  });
  app.post(`${CONTROL_PATH}/reset`, (c) => {
    control.reset();
    return c.body(null, 204);
  });
}
