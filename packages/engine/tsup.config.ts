import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    intervals: 'src/intervals.ts',
    plan: 'src/plan.ts',
    testing: 'src/testing/index.ts',
  },
  format: ['esm', 'cjs'],
  target: 'node20',
  // rrule's two builds cannot both be imported by name from native Node; bundled, they need not be.
  noExternal: ['rrule'],
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true,
});
