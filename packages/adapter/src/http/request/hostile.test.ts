import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { createGzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../../test/support/failure.js';
import {
  hostileServer,
  hostileSocket,
  issueToken,
  SECRET,
  TOKEN,
} from '../../../test/support/hostileServer.js';
import { ADDRESS, tuesday, workPeriod } from '../../../test/support/openClient.js';
import { describeClientError } from '../error/describe.js';

const never: RequestListener = () => undefined;
const drip: RequestListener = (request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  request.on('close', () => clearInterval(timer));
  response.on('close', () => clearInterval(timer));
};
const slots = [workPeriod('09:00', '10:00')];
const timeoutMs = 1_500;
/** Far more than the bound, far less than a second attempt would take on top of slow machines. */
const PATIENCE_MS = 20_000;

describe('an answer that never ends', () => {
  test('of nothing at all', { timeout: PATIENCE_MS }, async () => {
    let requests = 0;
    const client = await hostileServer(
      () => {
        requests += 1;
      },
      { timeoutMs },
    );
    expect(
      (await client.replaceSlots(ADDRESS, { slots })).match(unexpected, failure),
    ).toMatchObject({ type: 'unreachable', reason: 'timeout', outcome: 'unknown' });
    expect(requests).toBe(1);
  });

  test('of a body that drips', { timeout: PATIENCE_MS }, async () => {
    const client = await hostileServer(drip, { timeoutMs });
    expect((await client.listFacilities()).match(unexpected, failure)).toMatchObject({
      type: 'unreachable',
      service: 'api',
      reason: 'timeout',
    });
  });

  test('of the token endpoint', { timeout: PATIENCE_MS }, async () => {
    for (const token of [never, drip]) {
      const client = await hostileServer(never, { timeoutMs }, token);
      expect((await client.listFacilities()).match(unexpected, failure)).toMatchObject({
        type: 'unreachable',
        service: 'token',
        reason: 'timeout',
        outcome: 'not-done',
      });
    }
  });

  test.each([
    ['headers', 'HTTP/1.1 200 OK\r\n', 'X: y\r\n'],
    ['interim answers', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('of %s', { timeout: PATIENCE_MS }, async (_name, first, more) => {
    const client = await hostileSocket(
      (socket) => {
        socket.write(first);
        const timer = setInterval(() => socket.write(more), 20);
        socket.on('close', () => clearInterval(timer));
      },
      { timeoutMs },
    );
    const error = (await client.listFacilities()).match(unexpected, failure);
    expect(error).toMatchObject({ type: 'unreachable', outcome: 'not-done' });
  });

  test('shares its time with the attempts before it', { timeout: PATIENCE_MS }, async () => {
    let requests = 0;
    const client = await hostileServer(
      (_request, response) => {
        requests += 1;
        if (requests > 1) return;
        setTimeout(() => response.writeHead(503).end(), 300);
      },
      { timeoutMs: 600 },
    );
    const times: number[] = [];
    const onRequest = ({ ms }: { readonly ms: number }) => times.push(ms);
    expect((await client.listFacilities({ onRequest })).isErr()).toBe(true);
    expect(times).toHaveLength(2);
    expect(times[1]).toBeLessThan(550);
  });
});

describe('an answer without bounds', () => {
  const MEBIBYTE = Buffer.alloc(1024 * 1024, ' ');
  /** Sends so long as somebody listens, and counts. */
  const flood =
    (sent: { bytes: number }, status = 200): RequestListener =>
    (_request, response) => {
      response.writeHead(status);
      const push = (): void => {
        while (!response.destroyed && sent.bytes < 1e9) {
          sent.bytes += MEBIBYTE.length;
          if (!response.write(MEBIBYTE)) break;
        }
        if (sent.bytes >= 1e9) response.end();
      };
      response.on('drain', push);
      push();
    };

  test.each([200, 400, 500])('is left after 16 MiB, with status %i', async (status) => {
    const sent = { bytes: 0 };
    const client = await hostileServer(flood(sent, status));
    expect((await client.listFacilities()).match(unexpected, failure)).toMatchObject({
      type: 'unexpected-answer',
      status,
      problem: 'it is longer than 16 MiB',
      outcome: { 200: 'done', 400: 'not-done', 500: 'unknown' }[status],
    });
    expect(sent.bytes).toBeLessThan(64 * 1024 * 1024);
  });

  test('is measured after decompression', async () => {
    const client = await hostileServer((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      const gzip = createGzip();
      gzip.pipe(response);
      for (let mebibyte = 0; mebibyte < 300; mebibyte += 1) gzip.write(MEBIBYTE);
      gzip.end();
    });
    const before = process.memoryUsage().rss;
    expect((await client.listFacilities()).match(unexpected, failure)).toMatchObject({
      type: 'unexpected-answer',
      problem: 'it is longer than 16 MiB',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1024 * 1024);
  });

  test('gives no token either', async () => {
    const client = await hostileServer(never, {}, flood({ bytes: 0 }));
    expect((await client.listFacilities()).match(unexpected, failure)).toMatchObject({
      type: 'unexpected-answer',
      outcome: 'not-done',
    });
  });
});

describe('what a server quotes is not repeated', () => {
  const basic = btoa(`client:${SECRET}`);
  const patient = 'Maria Lopez +34600000000';

  test.each([400, 401, 403, 404, 409, 422])('with status %i', async (status) => {
    const echo: RequestListener = (request, response) => {
      const quoted = `${patient} ${request.headers.authorization} ${SECRET} ${basic}`;
      response.writeHead(status);
      response.end(
        JSON.stringify({
          message: quoted,
          errors: { [quoted]: [quoted], 'slots[0].end': [quoted] },
          error_description: quoted,
        }),
      );
    };
    const clients = [await hostileServer(echo), await hostileServer(never, {}, echo)];
    for (const client of clients) {
      const error = (await client.replaceSlots(ADDRESS, { slots })).match(unexpected, failure);
      const shown = inspect([error, describeClientError(error)], { depth: 10, showHidden: true });
      for (const word of [SECRET, TOKEN, basic, 'Maria', '600000000', 'Bearer']) {
        expect(shown).not.toContain(word);
      }
    }
  });

  test('not in answers that succeed either', async () => {
    const client = await hostileServer((request, response) => {
      const description = `${request.headers.authorization} ${SECRET} ${basic}`;
      const times = { since: tuesday('09:00'), till: tuesday('10:00') };
      response.end(JSON.stringify({ _items: [{ id: '1', description, ...times }] }));
    });
    const range = { since: tuesday('00:00'), till: tuesday('23:00') };
    const [found] = (await client.listBreaks(ADDRESS, range))._unsafeUnwrap();
    expect(found?.description).toBe('Bearer [redacted] [redacted] [redacted]');
  });

  test('a numeric secret is not taken for the number of a visit', async () => {
    const message = 'Visit 1234567890 cannot be canceled because it is not booked';
    const client = await hostileServer(
      (_request, response) => response.writeHead(400).end(JSON.stringify({ message })),
      { clientSecret: '1234567890' },
      issueToken,
    );
    const error = (await client.cancelBooking(ADDRESS, '1')).match(unexpected, failure);
    expect(describeClientError(error)).not.toContain('1234567890');
  });
});
