import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { loadReranker } from '../../../src/search/encoder/reranker.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
/** Loading takes seconds, more where all tests run at once. Milliseconds. */
const PATIENCE = 60_000;

it.skipIf(!(await loadReranker()))(
  'lets the process end though a model was loaded that nobody asked anything',
  async () => {
    const program = `
      import { loadReranker } from './src/search/encoder/reranker.ts';
      console.log(await loadReranker() ? 'loaded' : 'not loaded');
    `;
    const args = ['--import', 'tsx', '--input-type=module', '-e', program];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, timeout: PATIENCE });
    expect(stdout.trim()).toBe('loaded');
  },
  PATIENCE + 5000,
);
