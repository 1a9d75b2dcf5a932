/** The code of a system error, such as ENOENT; `unknown` if it has none. Never its message. */
export function systemCode(thrown: unknown): string {
  return typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    typeof thrown.code === 'string'
    ? thrown.code
    : 'unknown';
}
