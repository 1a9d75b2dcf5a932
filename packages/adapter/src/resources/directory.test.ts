import type { Sandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../test/support/failure.js';
import { ADDRESS, openClient } from '../../test/support/openClient.js';
import { openSandbox } from '../../test/support/openSandbox.js';
import { testPorts } from '../../test/support/testPorts.js';
import type { ClientError } from '../http/error/clientError.js';
import type { DocplannerClient } from './client.js';

let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  ({ sandbox, client } = await openSandbox());
});

describe('directory and services', () => {
  test('facilities, doctors, addresses', async () => {
    expect((await client.listFacilities())._unsafeUnwrap()).toEqual([
      { id: '1', name: 'Sample Clinic' },
    ]);
    expect((await client.getFacility('1'))._unsafeUnwrap()).toEqual({
      id: '1',
      name: 'Sample Clinic',
    });
    expect((await client.listDoctors('1'))._unsafeUnwrap().map(({ surname }) => surname)).toEqual([
      'Ruiz',
      'Mora',
    ]);
    expect((await client.getDoctor(ADDRESS))._unsafeUnwrap()).toEqual({
      id: '10',
      name: 'Ana',
      surname: 'Ruiz',
    });
    const address = (await client.getAddress(ADDRESS))._unsafeUnwrap();
    expect(address).toMatchObject({ id: '100', commercialType: 'premium', isOnlineOnly: false });
    expect((await client.listAddresses(ADDRESS))._unsafeUnwrap()[0]).toEqual(address);
  });

  test('address services', async () => {
    const services = (await client.listAddressServices(ADDRESS))._unsafeUnwrap();
    expect(services.map(({ id, duration }) => [id, duration])).toEqual([
      ['1001', 30],
      ['1002', 20],
    ]);
    expect((await client.getAddressService(ADDRESS, '1001'))._unsafeUnwrap()).toEqual(services[0]);
    expect(
      (await client.getAddressService(ADDRESS, '1011')).match(unexpected, failure),
    ).toMatchObject({
      type: 'forbidden',
      message: 'This service does not belong to this address',
    });
  });

  test.each(['', '.', '..', 'a b', 'a\nb'])('an id of "%s" is not sent', async (facilityId) => {
    const error: ClientError = (await client.getFacility(facilityId)).match(unexpected, failure);
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
    expect((await watched.getFacility('1/doctors?a#b')).match(unexpected, failure).type).toBe(
      'not-found',
    );
    expect(urls.at(-1)).toBe(`${sandbox.baseUrl}/facilities/1%2Fdoctors%3Fa%23b`);
  });
});
