import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import * as z from 'zod';
import { bootOfMachine } from '../../http/options/machine.js';
import { systemCode } from '../systemCode.js';

/**
 * Tells processes apart, also those of other machines, of containers and of other boots, as far as the system
 * says: outside Linux only host and pid are known.
 */
export const processIdentity = z.object({
  host: z.string(),
  /** Of the machine's boot. */
  boot: z.string(),
  /** The namespace in which the pid is one. */
  pidNamespace: z.string().optional(),
  pid: z.int().positive(),
  /** When it started, in the system's ticks since boot: pids are used again. */
  started: z.string().optional(),
});
export type ProcessIdentity = z.infer<typeof processIdentity>;

/** Of this process. */
export function ownIdentity(): ProcessIdentity {
  return {
    host: hostname(),
    boot: bootOfMachine(),
    pidNamespace: fromSystem(() => readlinkSync('/proc/self/ns/pid')),
    pid: process.pid,
    started: startOf(process.pid),
  };
}

/** Whether a process runs; `unknown` where this one cannot see it. */
export function isRunning(other: ProcessIdentity): 'yes' | 'no' | 'unknown' {
  const own = ownIdentity();
  const isVisible =
    other.host === own.host && other.boot === own.boot && other.pidNamespace === own.pidNamespace;
  if (!isVisible) return 'unknown';
  if (other.started !== undefined) return startOf(other.pid) === other.started ? 'yes' : 'no';
  return hasPid(other.pid) ? 'yes' : 'no';
}

/** The 22nd field of the process's status; its name, the second, may have blanks and brackets in it. */
function startOf(pid: number): string | undefined {
  return fromSystem(() => {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
  });
}

function hasPid(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return systemCode(thrown) !== 'ESRCH';
  }
}

function fromSystem<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
