import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPacked, type Scratch } from './scratch.js';

/** Starts a sandbox, asks it for a token, and tells what it got. */
const PROGRAM = `
async function main() {
  const sandbox = await startSandbox({ limits: documentedLimits });
  const form = new URLSearchParams({ grant_type: 'client_credentials', scope: 'integration' });
  const headers = { Authorization: 'Basic ' + btoa(sandbox.clientId + ':' + sandbox.clientSecret) };
  const answer = await fetch(sandbox.tokenUrl, { method: 'POST', headers, body: form });
  const { token_type } = await answer.json();
  const refused = await startSandbox({ seed: {} }).catch(({ message }) => message);
  await sandbox.close();
  console.log(JSON.stringify([answer.status, token_type, sandbox.ids.facilities[0].name, refused]));
}
main();
`;
const PRINTED = [
  200,
  'bearer',
  'Sample Clinic',
  expect.stringContaining('facilities: expected array, received undefined'),
];

let scratch: Scratch;
beforeAll(() => {
  scratch = installPacked('sandbox');
}, 180_000);
afterAll(() => scratch.remove());

describe('the packed sandbox on Node', () => {
  test('as an ECMAScript module', () => {
    const program = `import { documentedLimits, startSandbox } from '@slotwright/sandbox';${PROGRAM}`;
    expect(scratch.node(program, '--input-type=module')).toEqual(PRINTED);
  });

  test('as CommonJS', () => {
    const program = `const { documentedLimits, startSandbox } = require('@slotwright/sandbox');${PROGRAM}`;
    expect(scratch.node(program, '--input-type=commonjs')).toEqual(PRINTED);
  });
});

test('its types hold for both kinds of modules, and need no types of its dependencies', () => {
  const program = `
    import { type Refusal, type SandboxSeed, startSandbox } from '@slotwright/sandbox';
    export const seed: SandboxSeed = { zone: 'Europe/Madrid', services: [], facilities: [] };
    export const url: Promise<string> = startSandbox({ seed }).then((sandbox) => sandbox.url);
    export const status = (refusal: Refusal): number => refusal.status;`;
  const wrong = `${program}\nexport const no: number = startSandbox;`;
  for (const kind of ['mts', 'cts']) {
    scratch.write(`right.${kind}`, program);
    scratch.write(`wrong.${kind}`, wrong);
  }
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'node16'];
  const files = ['right.mts', 'wrong.mts', 'right.cts', 'wrong.cts'];
  const errors = scratch.tsc(...options, ...files).match(/.+error.+/g);
  expect(errors?.toSorted()).toEqual([
    expect.stringMatching(/^wrong\.cts.* TS2322/),
    expect.stringMatching(/^wrong\.mts.* TS2322/),
  ]);
});
