import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const PAGES = [
  'README.md',
  'docs/answers.md',
  'docs/map.md',
  'test/quality/README.md',
  'bench/encoder/README.md',
  'src/search/encoder/README.md',
];

const read = (file: string) => readFile(path.join(ROOT, file), 'utf8');
/** The text without blocks of code. */
const prose = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '');

describe.each(PAGES)('%s', (page) => {
  it('has links that lead to something', async () => {
    const text = prose(await read(page));
    // Pictures are made by a script of their own and are looked at by people.
    for (const [, target = ''] of text.matchAll(/(?<!!)\[[^\]]*\]\(([^)]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [file = '', anchor] = target.split('#');
      const linked = file === '' ? page : path.join(path.dirname(page), file);
      expect(existsSync(path.join(ROOT, linked)), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(await read(linked)), target).toContain(anchor);
    }
  });

  it('names only scripts that there are', async () => {
    const { scripts } = JSON.parse(await read('package.json'));
    const named = [...(await read(page)).matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});

it('the map names files that there are, and every folder of the program', async () => {
  const map = await read('docs/map.md');
  const files = (await readdir(ROOT, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/node_modules|[\\/]\.git[\\/]/.test(entry.parentPath))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
  const named = [...map.matchAll(/`([\w./-]+\.(?:ts|mjs|json))`/g)].map(([, name = '']) => name);
  for (const name of named)
    expect(
      files.some((file) => `/${file}`.endsWith(`/${name}`)),
      name,
    ).toBe(true);
  const folders = (await readdir(path.join(ROOT, 'src'), { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of folders) expect(map).toContain(`src/${name}`);
});

/** As GitHub makes them of headings. */
function anchorsOf(text: string): readonly string[] {
  return [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
