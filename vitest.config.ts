import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests run on sources: nothing has to be built first.
  ssr: { resolve: { conditions: ['@slotwright/source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    // The default leaves a core free, which is half of a small machine.
    maxWorkers: '100%',
    // No module keeps state, so files may share a process: loading everything anew for each file took a third of the time.
    isolate: false,
    // Laws run many cases, and machines differ.
    testTimeout: 120_000,
    setupFiles: ['test/setup/clock.ts', 'test/setup/seed.ts'],
  },
});
