import { describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../../test/support/failure.js';
import { testPorts } from '../../../test/support/testPorts.js';
import { createDocplannerClient } from '../../resources/client.js';
import type { ClientOptions } from './clientOptions.js';
import { endpointsOf } from './endpoints.js';

describe('endpoints', () => {
  test.each([
    [{ domain: 'doctoralia.es' }, 'https://www.doctoralia.es'],
    [{ domain: 'doctoralia.com.br' }, 'https://www.doctoralia.com.br'],
    [{ baseUrl: 'https://www.doctoralia.es/' }, 'https://www.doctoralia.es'],
    [{ baseUrl: 'https://proxy.example:8443' }, 'https://proxy.example:8443'],
    [{ baseUrl: 'http://127.0.0.1:8080' }, 'http://127.0.0.1:8080'],
    [{ baseUrl: 'http://127.0.0.1:8080/api/v3/integration' }, 'http://127.0.0.1:8080'],
    [{ baseUrl: 'http://localhost' }, 'http://localhost'],
    [{ baseUrl: 'http://[::1]:1' }, 'http://[::1]:1'],
  ])('%j', (server, origin) => {
    expect(endpointsOf(server)._unsafeUnwrap()).toEqual({
      api: `${origin}/api/v3/integration`,
      token: `${origin}/oauth/v2/token`,
    });
  });

  test.each([
    { baseUrl: 'http://www.doctoralia.es' },
    { baseUrl: 'http://localhost.example.com' },
    { baseUrl: 'http://127.0.0.1.example.com' },
    { baseUrl: 'http://10.0.0.1' },
    { baseUrl: 'http://0.0.0.0' },
    { baseUrl: 'ftp://127.0.0.1' },
    { baseUrl: 'file:///etc/passwd' },
    { baseUrl: 'https://user:secret@www.doctoralia.es' },
    { baseUrl: 'https://www.doctoralia.es/?a=b' },
    { baseUrl: 'https://www.doctoralia.es/other' },
    { baseUrl: 'doctoralia.es' },
    { baseUrl: '' },
    { domain: 'https://www.doctoralia.es' },
    { domain: 'www.doctoralia.es' },
    { domain: 'doctoralia.es/x' },
    { domain: 'doctoralia.es:80' },
    { domain: 'evil@doctoralia.es' },
    { domain: 'localhost' },
    { domain: '' },
  ])('%j is refused', (server) => {
    const error = endpointsOf(server).match(unexpected, failure);
    expect(error.type).toBe('invalid-options');
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});

describe('createDocplannerClient', () => {
  const good: ClientOptions = {
    server: { domain: 'doctoralia.es' },
    clientId: 'id',
    clientSecret: 'TOP-SECRET',
    ports: testPorts(),
  };

  test.each<[string, Partial<ClientOptions>]>([
    ['baseUrl', { server: { baseUrl: 'http://www.doctoralia.es' } }],
    ['clientId', { clientId: '' }],
    ['clientId', { clientId: 'a:b' }],
    ['clientSecret', { clientSecret: '' }],
    ['clientSecret', { clientSecret: 'TOP-SECRET\n' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['maxWaitMs', { maxWaitMs: -1 }],
    ['userAgent', { userAgent: ' ' }],
    ['userAgent', { userAgent: 'a\r\nb' }],
    ['limits', { limits: { read: [], write: [{ calls: 0, perMs: 1 }] } }],
  ])('refuses a wrong %s: %j', async (option, wrong) => {
    const error = (await createDocplannerClient({ ...good, ...wrong })).match(unexpected, failure);
    expect(error).toMatchObject({ type: 'invalid-options', option });
    expect(JSON.stringify(error)).not.toContain('TOP-SECRET');
  });

  test('makes an object from which no secret can be read', async () => {
    const client = (await createDocplannerClient(good))._unsafeUnwrap();
    const kinds = Object.getOwnPropertyNames(client).map((key) => typeof Reflect.get(client, key));
    expect(new Set(kinds)).toEqual(new Set(['function']));
    expect(Object.getPrototypeOf(client)).toBe(Object.prototype);
  });
});
