import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names this start of this machine; where the system does not tell starts apart, the machine. */
export function bootOfMachine(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return hostname();
  }
}
