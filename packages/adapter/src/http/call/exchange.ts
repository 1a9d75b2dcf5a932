import type { Result } from 'neverthrow';
import type { Setback } from '../error/clientError.js';
import type { Ports } from '../options/ports.js';
import type { Answer } from '../request/answer.js';
import { attempt, type HttpRequest } from '../request/attempt.js';
import type { CallReport } from './call.js';

/** What a request is called in reports. */
type Label = Pick<CallReport, 'operation' | 'path' | 'attempt'>;

/** Sends one request once and reports it. */
export type Exchange = (
  request: HttpRequest,
  label: Label,
  signal: AbortSignal,
) => Promise<Result<Answer, Setback>>;

export function exchange(
  ports: Pick<Ports, 'fetch' | 'timer' | 'clock'>,
  settings: {
    readonly timeoutMs: number;
    readonly userAgent: string;
    readonly onCall: (report: CallReport) => void;
  },
): Exchange {
  return async (request, label, signal) => {
    const began = ports.clock.now();
    const headers = { ...request.headers, 'User-Agent': settings.userAgent };
    const result = await attempt(ports, { ...request, headers }, settings.timeoutMs, signal);
    tell(settings.onCall, {
      ...label,
      method: request.method,
      status: result.isOk() ? result.value.status : undefined,
      ms: ports.clock.now() - began,
    });
    return result;
  };
}

/** An observer that throws must not change what a call comes to. */
function tell(onCall: (report: CallReport) => void, report: CallReport): void {
  try {
    onCall(report);
  } catch {
    // Nobody else is interested.
  }
}
