import { expect, test } from 'vitest';
import { fetchToken, openSandbox, request } from '../../test/support/testClient.js';
import { ERROR_TYPE } from '../answers/response.js';
import type { Sandbox } from '../sandbox.js';

const GRANT = { grant_type: 'client_credentials', scope: 'integration' };
const CLIENT = { client_id: 'sandbox', client_secret: 'sandbox-secret' };

const basic = (client: string) => ({
  Authorization: `Basic ${Buffer.from(client).toString('base64')}`,
});

function ask(
  sandbox: Sandbox,
  body: URLSearchParams | FormData,
  headers: Record<string, string> = {},
) {
  return fetch(sandbox.tokenUrl, { method: 'POST', headers, body });
}

function multipart(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('credentials as HTTP Basic, urlencoded and multipart', async () => {
  const { sandbox } = await openSandbox({ tokenLifetimeSeconds: 60 });
  const answers = [
    await ask(sandbox, new URLSearchParams(GRANT), basic('sandbox:sandbox-secret')),
    await ask(sandbox, new URLSearchParams({ ...GRANT, ...CLIENT })),
    await ask(sandbox, multipart({ ...GRANT, ...CLIENT })),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{40}$/),
      expires_in: 60,
      token_type: 'bearer',
      scope: null,
    });
  }
});

test.each([
  [{ ...GRANT }, {}, 401, 'Authentication credentials could not be found.'],
  [{ ...GRANT, ...CLIENT, client_secret: 'guess' }, {}, 401, 'Invalid credentials.'],
  [{ ...GRANT }, basic('sandbox'), 401, 'Invalid credentials.'],
  [{ ...GRANT }, basic('other:sandbox-secret'), 401, 'Invalid credentials.'],
  [{ ...CLIENT }, {}, 400, 'The grant type must be client_credentials.'],
  [{ ...CLIENT, ...GRANT, scope: 'all' }, {}, 400, 'The scope must be integration.'],
])('token request %j is refused', async (fields, headers, status, message) => {
  const { sandbox } = await openSandbox();
  const answer = await ask(sandbox, new URLSearchParams(Object.entries(fields)), headers);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ message });
});

test('a form that is none is refused', async () => {
  const { sandbox } = await openSandbox();
  for (const type of [
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/json',
  ]) {
    const headers = { 'Content-Type': type };
    const answer = await fetch(sandbox.tokenUrl, { method: 'POST', headers, body: '{"a":1}' });
    expect(answer.status).toBe(401);
  }
  expect((await fetch(sandbox.tokenUrl)).status).toBe(404);
});

test('401 without a token, with an unknown one and with an expired one', async () => {
  const { sandbox, token } = await openSandbox();
  const url = `${sandbox.baseUrl}/facilities`;
  const missing = 'Authentication credentials could not be found.';
  for (const sent of ['', 'made-up']) {
    const answer = await request(url, 'GET', sent);
    expect(answer).toMatchObject({ status: 401, body: { message: missing } });
    expect(answer.body).not.toHaveProperty('errors');
    expect(answer.headers.get('Content-Type')).toBe(ERROR_TYPE);
  }
  sandbox.control.advanceClock(3_599_999);
  expect((await request(url, 'GET', token)).status).toBe(200);
  sandbox.control.advanceClock(1);
  const stale = await request(url, 'GET', token);
  expect(stale).toMatchObject({ status: 401, body: { message: 'Invalid credentials.' } });
  expect((await request(url, 'GET', await fetchToken(sandbox))).status).toBe(200);
});
