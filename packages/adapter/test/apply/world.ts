import type { CalendarAddress, ComputedCalendar } from '@slotwright/engine';
import {
  type Behaviour,
  type Limits,
  type Sandbox,
  type SandboxSeed,
  startSandbox,
} from '@slotwright/sandbox';
import type { CalendarStore, DocplannerClient } from '../../src/index.js';
import { openClient } from '../support/openClient.js';
import { type TestPorts, testPorts } from '../support/testPorts.js';
import { virtualTime } from '../support/virtualTime.js';
import { type Bystander, bystander } from './bystander.js';
import type { Visit } from './clinic.js';
import type { Fault } from './faults.js';
import { type Disk, emptyDisk, type Process, startProcess, storeOn } from './processes.js';

const TARGET = 'sandbox';
const DAY = 86_400_000;

interface Setting {
  readonly seed: SandboxSeed;
  readonly now: number;
  readonly horizon: { readonly start: number; readonly end: number };
  readonly profile: 'strict' | 'lenient';
  readonly behaviour?: Partial<Behaviour>;
  readonly limits?: Limits;
  readonly faults: readonly Fault[];
  /** Saves, counted over all processes, around which the process is killed. */
  readonly killsAtSave: ReadonlyMap<number, 'before' | 'after'>;
}

/** A sandbox, people who use it, and processes of ours that come and go. */
export interface World {
  readonly sandbox: Sandbox;
  readonly ports: TestPorts;
  readonly disk: Disk;
  readonly target: string;
  readonly look: Bystander;
  readonly start: () => Promise<Running>;
  /** Whom patients and the doctor look at. */
  readonly busyWith: (addresses: readonly CalendarAddress[]) => void;
  /** Called after every request that reached the sandbox. */
  readonly watch: (watcher: () => Promise<void>) => void;
  readonly bookings: ReadonlyMap<string, readonly Visit[]>;
  readonly othersBreaks: ReadonlyMap<string, readonly Visit[]>;
  /** Everything that was told: calls, progress, reports. */
  readonly texts: string[];
  /** Nothing more goes wrong. */
  readonly isCalm: () => boolean;
  readonly close: () => Promise<void>;
}

export interface Running {
  readonly process: Process;
  readonly client: DocplannerClient;
  readonly store: CalendarStore;
}

export async function openWorld(setting: Setting): Promise<World> {
  const time = virtualTime(setting.now);
  const ports = testPorts(time);
  const sandbox = await startSandbox({
    profile: setting.profile,
    seed: setting.seed,
    now: time.clock.now,
    tokenLifetimeSeconds: 10_000_000,
    logSize: 20_000,
    ...(setting.behaviour === undefined ? {} : { behaviour: setting.behaviour }),
    ...(setting.limits === undefined ? {} : { limits: setting.limits }),
  });
  const { start, end } = setting.horizon;
  const look = await bystander(sandbox, start - 2 * DAY, end + 2 * DAY);
  const disk = emptyDisk();
  const faults = setting.faults.values();
  let calm = setting.faults.length === 0;
  const bookings = new Map<string, Visit[]>();
  const othersBreaks = new Map<string, Visit[]>();
  const texts: string[] = [];
  let addresses: readonly CalendarAddress[] = [];
  let watcher = (): Promise<void> => Promise.resolve();
  let saves = 0;

  const patient = async (which: number): Promise<void> => {
    const address = addresses[which % Math.max(1, addresses.length)];
    if (address === undefined) return;
    const visits = await look.visits(address);
    const visit = visits[which % Math.max(1, visits.length)];
    if (visit === undefined) return;
    sandbox.control.bookAsPatient({
      addressId: address.addressId,
      addressServiceId: visit.service,
      start: new Date(visit.start).toISOString().replace('.000Z', '+00:00'),
      duration: (visit.end - visit.start) / 60_000,
    });
    bookings.set(address.addressId, [...(bookings.get(address.addressId) ?? []), visit]);
  };
  const doctor = (at: number, minutes: number): void => {
    const address = addresses[at % Math.max(1, addresses.length)];
    if (address === undefined) return;
    const since = start + Math.floor(((end - start) * at) / 1000 / 60_000) * 60_000;
    const pause = { start: since, end: since + minutes * 60_000 };
    const text = (ms: number): string => new Date(ms).toISOString().replace('.000Z', '+00:00');
    const id = sandbox.control.addBreakAsDoctor({
      addressId: address.addressId,
      since: text(pause.start),
      till: text(pause.end),
      description: 'Doctor',
    });
    const others = othersBreaks.get(address.addressId) ?? [];
    othersBreaks.set(address.addressId, [...others, { ...pause, service: id }]);
  };

  const fetchOf =
    (process: Process): TestPorts['fetch'] =>
    async (url, init) => {
      if (!process.isAlive()) return process.kill();
      const next = url.includes('/oauth/') ? undefined : faults.next().value;
      if (!url.includes('/oauth/') && next === undefined) calm = true;
      const fault: Fault = next ?? { type: 'none' };
      const reach = async (): Promise<Response> => {
        const answer = await ports.fetch(url, init);
        const body = await answer.arrayBuffer();
        await time.during(watcher());
        return new Response(answer.status === 204 ? null : body, answer);
      };
      switch (fault.type) {
        case 'none':
          return reach();
        case 'patient':
          await time.during(patient(fault.which));
          return reach();
        case 'doctor':
          doctor(fault.at, fault.minutes);
          return reach();
        case 'status':
          if (fault.when === 'after') await reach();
          return new Response('{"message":"Broken","errors":[]}', { status: fault.status });
        case 'drop':
          if (fault.when === 'after') await reach();
          throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
        case 'refuse':
          throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
        case 'truncate': {
          const answer = await reach();
          const broken = new ReadableStream({ start: (stream) => stream.error(new Error('cut')) });
          return new Response(answer.status === 204 ? null : broken, {
            status: answer.status,
          });
        }
        case 'delay':
          await ports.sleep(fault.ms, new AbortController().signal);
          return process.isAlive() ? reach() : process.kill();
        case 'kill':
          if (fault.when === 'after') await reach();
          return process.kill();
        default:
          return fault satisfies never;
      }
    };

  return {
    sandbox,
    ports,
    disk,
    target: TARGET,
    look,
    bookings,
    othersBreaks,
    texts,
    isCalm: () => calm,
    busyWith: (list) => {
      addresses = list;
    },
    watch: (called) => {
      watcher = called;
    },
    start: async () => {
      const process = startProcess();
      const client = await openClient(sandbox, {
        ports: { ...ports, fetch: fetchOf(process) },
        onCall: (report) => texts.push(JSON.stringify(report)),
      });
      const store = storeOn(disk, TARGET, process, () => {
        saves += 1;
        return setting.killsAtSave.get(saves);
      });
      return { process, client, store };
    },
    close: () => sandbox.close(),
  };
}

export function addressOf({ calendar }: ComputedCalendar): CalendarAddress {
  const { facilityId, doctorId, addressId } = calendar;
  return { facilityId, doctorId, addressId };
}
