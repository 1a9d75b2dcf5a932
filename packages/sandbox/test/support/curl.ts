/** What a curl command line asks for. */
interface CurlRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
}

/** Flags that take a value. */
const VALUED = new Set(['-X', '-H', '-d', '-u', '--data-urlencode']);
const BARE = new Set(['-s', '-i', '-G']);

/** Reads the flags that the README uses; throws on any other, so that the README stays replayable. */
export function parseCurl(words: readonly string[]): CurlRequest {
  const given = new Map<string, string[]>();
  let url = '';
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (VALUED.has(word)) {
      index += 1;
      given.set(word, [...(given.get(word) ?? []), words[index] ?? '']);
    } else if (BARE.has(word)) given.set(word, []);
    else if (word.startsWith('-')) throw new Error(`curl ${word} is not replayed`);
    else url = word;
  }
  const body = given.get('-d')?.[0] ?? null;
  const query = (given.get('--data-urlencode') ?? []).map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    return `${name}=${encodeURIComponent(value)}`;
  });
  return {
    url: query.length > 0 ? `${url}?${query.join('&')}` : url,
    method: given.get('-X')?.[0] ?? (body === null ? 'GET' : 'POST'),
    headers: headersOf(given, body),
    body,
  };
}

function headersOf(given: ReadonlyMap<string, readonly string[]>, body: string | null): Headers {
  const headers = new Headers();
  if (body !== null) headers.set('Content-Type', 'application/x-www-form-urlencoded');
  const user = given.get('-u')?.[0];
  if (user !== undefined) headers.set('Authorization', `Basic ${btoa(user)}`);
  for (const line of given.get('-H') ?? []) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s);
    headers.set(name, value);
  }
  return headers;
}
