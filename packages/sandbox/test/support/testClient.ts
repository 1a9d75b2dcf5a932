import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { SandboxOptions } from '../../src/options/options.js';
import { type Sandbox, startSandbox } from '../../src/sandbox.js';

/** Monday 13 May 2030, 08:00 in Madrid. */
export const NOW = Date.parse('2030-05-13T06:00:00Z');

/** The default seed's first address. */
export const ADDRESS = '/facilities/1/doctors/10/addresses/100';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed; undefined when there is none. */
  readonly body: unknown;
}

export interface TestClient {
  readonly sandbox: Sandbox;
  readonly token: string;
  get(path: string): Promise<Answer>;
  /** `body` is sent as JSON; a string as it is. */
  send(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** A sandbox at a standing clock with a client that has a token; closed when the test ends. */
export async function openSandbox(options: SandboxOptions = {}): Promise<TestClient> {
  const sandbox = await startSandbox({ now: () => NOW, ...options });
  onTestFinished(() => sandbox.close());
  return connect(sandbox);
}

export async function connect(sandbox: Sandbox): Promise<TestClient> {
  const token = await fetchToken(sandbox);
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    return request(`${sandbox.baseUrl}${path}`, method, token, sent);
  };
  return { sandbox, token, send, get: (path) => send('GET', path) };
}

export async function request(
  url: string,
  method: string,
  token: string,
  body?: string,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

export async function fetchToken(sandbox: Sandbox): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', scope: 'integration' });
  const basic = Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`).toString('base64');
  const response = await fetch(sandbox.tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${basic}` },
    body: form,
  });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

/** The `id` of an answer. */
export function idOf(answer: Answer): string {
  return z.object({ id: z.string() }).parse(answer.body).id;
}

const Starts = z.object({ _items: z.array(z.object({ start: z.string() })) });

/** Wall-clock starts that getSlots shows on a date of the default seed's zone, `['09:00', …]`. */
export async function visibleStarts(
  client: TestClient,
  date: string,
  address = ADDRESS,
): Promise<readonly string[]> {
  const query = new URLSearchParams({
    start: `${date}T00:00:00+02:00`,
    end: `${date}T23:59:59+02:00`,
  });
  const answer = await client.get(`${address}/slots?${query}`);
  return Starts.parse(answer.body)._items.map((slot) => slot.start.slice(11, 16));
}

/** A work period of the default seed's first address. */
export function period(date: string, from: string, to: string, duration = 30, service = '1001') {
  return {
    start: `${date}T${from}:00+02:00`,
    end: `${date}T${to}:00+02:00`,
    address_services: [{ address_service_id: service, duration }],
  };
}

/** Puts work periods and expects them to be accepted. */
export async function put(client: TestClient, ...slots: readonly unknown[]): Promise<void> {
  const answer = await client.send('PUT', `${ADDRESS}/slots`, { slots });
  if (answer.status !== 201) throw new Error(`PUT answered ${answer.status} ${answer.text}`);
}

export const PATIENT = { name: 'Abraham', surname: 'Lincoln', phone: '+48123123123' };

/** Books through the API. */
export function book(
  client: TestClient,
  start: string,
  duration = 30,
  service = '1001',
): Promise<Answer> {
  const body = { address_service_id: service, duration, patient: PATIENT };
  return client.send('POST', `${ADDRESS}/slots/${encodeURIComponent(start)}/book`, body);
}
