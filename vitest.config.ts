import { defineConfig } from 'vitest/config';

// Where .ci/run wants the counts of passed and failed tests, as JSON.
const { TEST_REPORT: report } = process.env;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
