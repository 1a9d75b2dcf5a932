/** Shorter ones occur in other words, and protect nothing. */
const MIN_SECRET_LENGTH = 6;

/**
 * A text without the secrets that it repeats, however they are written in JSON or in a URL. For answers:
 * some servers quote what they were sent.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= MIN_SECRET_LENGTH)
    .flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      new URLSearchParams({ s: secret }).toString().slice(2),
    ])
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
}
