import { spanText } from '@slotwright/engine/plan';
import type { ClientError, FieldProblem, InvalidOptions, Outcome, WrongId } from './clientError.js';

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  'not-done': 'Nothing was changed.',
  unknown: 'It may have taken effect: look before repeating it.',
  done: 'It took effect.',
};

const REASONS = {
  timeout: 'did not answer in time',
  connection: 'could not be reached, or the connection broke',
  'broken-answer': 'broke off its answer',
  'server-error': 'failed',
} as const;

/**
 * One line for people: what failed, why, and what is known of the effect. Contains no secret, no token and
 * nothing of an answer but the API's messages.
 */
export function describeClientError(error: ClientError | InvalidOptions): string {
  if (error.type === 'invalid-options')
    return `Option ${error.option}: expected ${error.expected}.`;
  return `${error.operation}: ${describe(error)} ${OUTCOMES[error.outcome]}`;
}

function describe(error: ClientError): string {
  switch (error.type) {
    case 'rate-limited':
      return `the rate limit is used up; try again at ${isoTime(error.retryAt)}.`;
    case 'unauthorized':
      return `the client id and secret, or the token they gave, were refused${said(error.message)}`;
    case 'forbidden':
      return `not allowed${said(`${error.message}${error.wrongId === undefined ? '' : ` (${nameOf(error.wrongId)})`}`)}`;
    case 'not-found':
      return `not found${said(error.wrongId === undefined ? error.message : describeMissing(error.wrongId))}`;
    case 'conflict':
      return `conflicts with what is there${said(error.message)}`;
    case 'rejected':
      return `refused with status ${error.status}${said([error.message, ...error.fields.map(describeField)].join('; '))}`;
    case 'unreachable': {
      const service = error.service === 'token' ? 'the token endpoint' : 'Docplanner';
      const detail = error.detail === '' ? '' : ` (${error.detail})`;
      return `${service} ${REASONS[error.reason]}${detail}.`;
    }
    case 'unexpected-answer':
      return `an answer with status ${error.status} that the API does not document: ${error.problem}.`;
    case 'aborted':
      return 'aborted.';
    case 'not-sent':
      return 'not sent, because it was not allowed any more when its turn came.';
    case 'blocked-by-firewall':
      return `the firewall before the API answered with status ${error.status}; wait some minutes and send fewer calls.`;
    case 'invalid-request':
      return `${error.parameter}: expected ${error.expected}.`;
    default:
      return error satisfies never;
  }
}

/** What there is not. */
function describeMissing({ part, facilityId, doctorId, addressId }: WrongId): string {
  switch (part) {
    case 'facility':
      return `there is no facility ${facilityId} for these credentials`;
    case 'doctor':
      return `facility ${facilityId} has no doctor ${doctorId}`;
    case 'address':
      return `doctor ${doctorId} of facility ${facilityId} has no address ${addressId}`;
    default:
      return part satisfies never;
  }
}

function nameOf({ part, facilityId, doctorId, addressId }: WrongId): string {
  switch (part) {
    case 'facility':
      return `facility ${facilityId}`;
    case 'doctor':
      return `doctor ${doctorId} of facility ${facilityId}`;
    case 'address':
      return `address ${addressId} of doctor ${doctorId} at facility ${facilityId}`;
    default:
      return part satisfies never;
  }
}

function describeField({ path, period, texts }: FieldProblem): string {
  const about = period === undefined ? path : `${path} (${spanText(period.start, period.end)})`;
  return `${about}: ${texts.join(' ')}`;
}

function said(message: string): string {
  return message === '' ? '.' : `: ${message.replace(/\.$/, '')}.`;
}

/** A time that a broken header led to may be beyond what a Date can hold. */
function isoTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString();
}
