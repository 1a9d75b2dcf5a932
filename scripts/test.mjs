// npm test: every test; then the engine's again in other time zones and at other times, because its
// answers may depend on neither. Arguments go to vitest, and then only the first round is run.
import { build, tool } from './workspace.mjs';

const VITEST = 'vitest/vitest.mjs';
// Few runs a law: what is looked for there is found at once, or is not there.
const SLOTWRIGHT_RUNS = '20';
const elsewhere = [
  { TZ: 'America/Sao_Paulo', SLOTWRIGHT_TEST_CLOCK: '2018-11-04T02:59:30Z' },
  { TZ: 'Pacific/Kiritimati', SLOTWRIGHT_TEST_CLOCK: '2031-03-30T01:30:00Z' },
];

build();
const chosen = process.argv.slice(2);
tool(VITEST, ['run', ...chosen], { TZ: 'UTC' });
if (chosen.length === 0) {
  for (const env of elsewhere) {
    console.error(`\nThe engine's tests with TZ=${env.TZ} at ${env.SLOTWRIGHT_TEST_CLOCK}`);
    tool(VITEST, ['run', 'packages/engine'], { SLOTWRIGHT_RUNS, ...env });
  }
}
