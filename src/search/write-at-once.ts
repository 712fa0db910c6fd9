import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file of a cache at once or not at all, so that nobody reads half of it. A folder that cannot be written is
 * done without.
 */
export async function writeAtOnce(file: string, content: Parameters<typeof writeFile>[1]): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await mkdir(path.dirname(file), { recursive: true })
    .then(() => writeFile(temporary, content))
    .then(() => rename(temporary, file))
    .catch(() => undefined);
}
