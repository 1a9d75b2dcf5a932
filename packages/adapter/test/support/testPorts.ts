import type { Ports } from '../../src/http/options/ports.js';
import { type VirtualTime, virtualTime } from './virtualTime.js';

/** Monday 13 May 2030, 08:00 in Madrid. */
const NOW = Date.parse('2030-05-13T06:00:00Z');

export interface TestPorts extends Ports {
  readonly time: VirtualTime;
  /** Lets every request that is under way run into its timeout. */
  readonly expire: () => void;
  /** Timeouts that are still set. */
  readonly timeouts: () => number;
}

/** Real sockets, virtual time. Answers get the `Date` that a server with this clock would send. */
export function testPorts(time: VirtualTime = virtualTime(NOW)): TestPorts {
  const timers = new Set<() => void>();
  return {
    time,
    clock: time.clock,
    uptime: time.uptime,
    sleep: time.sleep,
    random: () => 0.5,
    timer: (_ms, fire) => {
      timers.add(fire);
      return () => timers.delete(fire);
    },
    expire: () => {
      for (const fire of timers) fire();
    },
    timeouts: () => timers.size,
    fetch: (url, init) =>
      time.during(
        (async () => {
          const response = await fetch(url, init);
          const headers = new Headers(response.headers);
          headers.set('Date', new Date(time.clock.now()).toUTCString());
          const { status, body } = response;
          return new Response(status === 204 ? null : body, { status, headers });
        })(),
      ),
  };
}
