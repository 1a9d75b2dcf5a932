import type { ClientError } from '../http/error/clientError.js';

/** True of an error that every further call would meet, or that more calls would make worse. */
export function isHopeless({ type }: ClientError): boolean {
  return type === 'unauthorized' || type === 'aborted' || type === 'blocked-by-firewall';
}
