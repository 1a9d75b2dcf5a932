import { type Sandbox, type SandboxOptions, startSandbox } from '@slotwright/sandbox';
import { onTestFinished } from 'vitest';
import type { DocplannerClient } from '../../src/resources/client.js';
import { openClient } from './openClient.js';
import { type TestPorts, testPorts } from './testPorts.js';

/** A sandbox with a client of it. Both keep the time of the ports, which passes only when everybody waits. */
export interface OpenSandbox {
  readonly sandbox: Sandbox;
  readonly client: DocplannerClient;
  readonly ports: TestPorts;
}

/** Opens a sandbox on loopback and closes it when the test is over. For a test, or its `beforeEach`. */
export async function openSandbox(
  options: SandboxOptions = {},
  ports: TestPorts = testPorts(),
): Promise<OpenSandbox> {
  const sandbox = await startSandbox({ now: ports.clock.now, ...options });
  onTestFinished(() => sandbox.close());
  return { sandbox, ports, client: await openClient(sandbox, { ports }) };
}
