import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Lexicon, loadLexicon } from '../../src/language/lexicon.ts';

/** The lexicon of these files, which are gone when it is read. */
export async function lexiconOf(files: Readonly<Record<string, string>>): Promise<Lexicon> {
  const folder = await mkdtemp(path.join(tmpdir(), 'attest-lexicon-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    return await loadLexicon(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
