import { defineConfig } from 'vitest/config';

// Where .ci/run wants the counts of passed and failed tests, as JSON.
const { TEST_REPORT: report } = process.env;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A guard against what hangs, no measure of speed: a busy machine takes 30 seconds for some pages.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
