import { describe, expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { openSandbox } from '../../test/support/testClient.js';
import { ofAna, testSeed } from '../../test/support/testSeed.js';

const CALENDAR_WRITES: readonly (readonly [string, string])[] = [
  ['PUT', '/slots'],
  ['DELETE', '/slots/2030-05-16'],
  ['POST', '/breaks'],
  ['PATCH', '/breaks/1'],
  ['DELETE', '/breaks/1'],
  ['POST', '/calendar/enable'],
  ['POST', '/calendar/disable'],
];

describe('what a path may name', () => {
  test.each([
    ['/facilities/9', 404, 'Object not found'],
    ['/facilities/3', 403, 'You are not authorized to see this facility'],
    ['/facilities/1/doctors/99', 404, 'Object not found'],
    ['/facilities/1/doctors/30', 403, 'You are not authorized to see this doctor'],
    ['/facilities/1/doctors/40', 403, 'You are not authorized to see this doctor'],
    [ofAna('999'), 404, 'Object not found'],
    [ofAna('103'), 403, 'You are not authorized to see this address'],
    [ofAna('200'), 403, 'This address does not belong to this doctor'],
    [ofAna('400'), 403, 'This address does not belong to this facility'],
  ])('GET %s is %i %s', async (path, status, message) => {
    const client = await openSandbox({ seed: testSeed });
    expectRefusal(await client.get(path), status, message);
  });

  test.each(CALENDAR_WRITES)('%s %s on a calendar that may only be read', async (method, path) => {
    const client = await openSandbox({ seed: testSeed });
    const answer = await client.send(method, `${ofAna('102')}${path}`);
    expectRefusal(answer, 403, 'You are not authorized to make changes on this calendar');
  });

  test('an address out of reach stays out of lists', async () => {
    const client = await openSandbox({ seed: testSeed });
    const lists = ['/facilities', '/facilities/1/doctors', '/facilities/1/doctors/10/addresses'];
    const texts = await Promise.all(lists.map(async (path) => (await client.get(path)).text));
    for (const hidden of ['Hidden', 'Eva', 'Out of reach']) {
      expect(texts.filter((text) => text.includes(hidden))).toEqual([]);
    }
  });
});
