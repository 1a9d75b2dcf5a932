import type { Json } from '../answers/json.js';

const MAX_BODY_LENGTH = 64 * 1024;

/** Fields that hold or may hold what a patient is or wrote, and secrets. */
const PRIVATE = new Set([
  'patient',
  'phone',
  'comment',
  'label',
  'reason',
  'description',
  'client_id',
  'client_secret',
]);

/** A request body as it may be logged: JSON with private fields blanked out; null for anything else. */
export function loggableBody(raw: string): Json {
  if (raw.length > MAX_BODY_LENGTH) return null;
  try {
    return blank(JSON.parse(raw));
  } catch {
    return null;
  }
}

function blank(value: unknown): Json {
  if (Array.isArray(value)) return value.map(blank);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      PRIVATE.has(key.toLowerCase()) && field !== null ? '[hidden]' : blank(field),
    ]),
  );
}
