import type { Fault } from '@slotwright/sandbox';
import type { DocplannerClient } from '../../src/resources/client.js';
import { ADDRESS, tuesday, WHOLE_TUESDAY, workPeriod } from './openClient.js';
import { type OpenSandbox, openSandbox } from './openSandbox.js';

/** Slots and a break of Tuesday, to be sent. */
export const SLOTS = [workPeriod('09:00', '10:00')];
export const LUNCH = { since: tuesday('13:00'), till: tuesday('14:00'), description: 'lunch' };

/** A sandbox with a call of each kind: safe to repeat, to be repeated, never to be repeated. */
export interface ApiCalls extends OpenSandbox {
  readonly read: () => ReturnType<DocplannerClient['getSlots']>;
  readonly put: () => ReturnType<DocplannerClient['replaceSlots']>;
  readonly create: () => ReturnType<DocplannerClient['createBreak']>;
  /** Lets requests to the API fail, none for a token. */
  readonly fail: (fault: Fault) => void;
  /** Requests to the API that have come in. */
  readonly calls: () => number;
}

/** Opens a sandbox until the test is over. */
export async function apiCalls(): Promise<ApiCalls> {
  const opened = await openSandbox();
  const { sandbox, client } = opened;
  return {
    ...opened,
    read: () => client.getSlots(ADDRESS, WHOLE_TUESDAY),
    put: () => client.replaceSlots(ADDRESS, { slots: SLOTS }),
    create: () => client.createBreak(ADDRESS, LUNCH),
    fail: (fault) => {
      sandbox.control.injectFault({ path: '/api/*', ...fault });
    },
    calls: () => sandbox.requestLog().filter(({ path }) => path.startsWith('/api/')).length,
  };
}

/** An answer of the server's that is nothing but a status. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}) {
  return { type: 'status', status: code, headers } as const;
}
