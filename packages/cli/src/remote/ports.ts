import { type Ports, systemPorts } from '@slotwright/adapter';
import type { Instant } from '@slotwright/engine';
import type { Io } from '../io.js';

const MS_PER_MINUTE = 60_000;

/**
 * What the client takes from its surroundings. With `--now` its clock starts at that time and goes on from
 * there, so that a trial against a sandbox can be at any time.
 */
export function remotePorts(io: Io, now: Instant | undefined): Ports {
  const shift = now === undefined ? 0 : now * MS_PER_MINUTE - io.now();
  return {
    ...systemPorts,
    clock: { now: () => io.now() + shift },
    uptime: { now: io.uptime, boot: systemPorts.uptime.boot },
    sleep: io.sleep,
  };
}
