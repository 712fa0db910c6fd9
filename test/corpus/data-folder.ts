import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const EVENT = 'title: Fire at the Lindqvist cannery\ndate: 2041-05-02\n';

/** The text of an article's file; keys that are undefined are left out. */
export function articleText(
  keys: Readonly<Record<string, string | undefined>> = {},
  body = 'The roof fell in at noon.\n',
): string {
  const all = { title: 'Cannery burns', publisher: 'Fjord Post', published: '2041-05-02', ...keys };
  const lines = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** A data folder with these files, removed when the test ends. Paths are relative to it. */
export async function dataFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ 'event.yaml': EVENT, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
