import { startSandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DocplannerClient } from '../client/client.js';
import type { ClientError } from '../errors/clientError.js';
import { ADDRESS, openClient } from '../testing/openClient.js';
import { testPorts } from '../testing/testPorts.js';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  const ports = testPorts();
  sandbox = await startSandbox({ now: ports.clock.now });
  client = await openClient(sandbox, { ports });
  return () => sandbox.close();
});

describe('directory and services', () => {
  const value = <T>(result: { _unsafeUnwrap: () => T }): T => result._unsafeUnwrap();

  test('facilities, doctors, addresses', async () => {
    expect(value(await client.listFacilities())).toEqual([{ id: '1', name: 'Sample Clinic' }]);
    expect(value(await client.getFacility('1'))).toEqual({ id: '1', name: 'Sample Clinic' });
    expect(value(await client.listDoctors('1')).map(({ surname }) => surname)).toEqual([
      'Ruiz',
      'Mora',
    ]);
    expect(value(await client.getDoctor(ADDRESS))).toEqual({
      id: '10',
      name: 'Ana',
      surname: 'Ruiz',
    });
    const address = value(await client.getAddress(ADDRESS));
    expect(address).toMatchObject({ id: '100', commercialType: 'premium', isOnlineOnly: false });
    expect(value(await client.listAddresses(ADDRESS))[0]).toEqual(address);
  });

  test('address services', async () => {
    const services = value(await client.listAddressServices(ADDRESS));
    expect(services.map(({ id, duration }) => [id, duration])).toEqual([
      ['1001', 30],
      ['1002', 20],
    ]);
    expect(value(await client.getAddressService(ADDRESS, '1001'))).toEqual(services[0]);
    expect((await client.getAddressService(ADDRESS, '1011'))._unsafeUnwrapErr()).toMatchObject({
      type: 'forbidden',
      message: 'This service does not belong to this address',
    });
  });

  test.each(['', '.', '..', 'a b', 'a\nb'])('an id of "%s" is not sent', async (facilityId) => {
    const error: ClientError = (await client.getFacility(facilityId))._unsafeUnwrapErr();
    expect(error).toMatchObject({ type: 'invalid-request', parameter: 'facilityId' });
    expect(sandbox.requestLog()).toEqual([]);
  });

  test('an id stays one segment of the path', async () => {
    const ports = testPorts();
    const urls: string[] = [];
    const fetch: typeof ports.fetch = (url, init) => {
      urls.push(url);
      return ports.fetch(url, init);
    };
    const watched = await openClient(sandbox, { ports: { ...ports, fetch } });
    expect((await watched.getFacility('1/doctors?a#b'))._unsafeUnwrapErr().type).toBe('not-found');
    expect(urls.at(-1)).toBe(`${sandbox.baseUrl}/facilities/1%2Fdoctors%3Fa%23b`);
  });
});
