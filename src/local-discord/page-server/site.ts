import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface BuiltFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** The page's files by path: `/index.html`, `/assets/…`. */
export interface BuiltPage {
  readonly files: ReadonlyMap<string, BuiltFile>;
}

const SOURCES = fileURLToPath(new URL('../page/', import.meta.url));
const BUILDER = fileURLToPath(new URL('./build.ts', import.meta.url));
const WIRE = fileURLToPath(new URL('./wire.ts', import.meta.url));
const LOCK = fileURLToPath(new URL('../../../package-lock.json', import.meta.url));

const BUILDING = 'building-';
/** Milliseconds after which a build counts as stuck. */
const LONGEST_BUILD = 120_000;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The page's files, built from their sources the first time and taken from `cacheDir` afterwards, until the
 * sources or the packages change. The build runs in a process of its own, so that the bot's is not held up.
 *
 * @throws an error of one line where it cannot be built or kept.
 */
export async function loadSite(cacheDir: string): Promise<BuiltPage> {
  const folder = resolve(cacheDir, 'page');
  const built = join(folder, await fingerprint());
  try {
    return await readSite(built);
  } catch {
    await build(folder, built);
    return await readSite(built);
  }
}

async function fingerprint(): Promise<string> {
  const sources = [...(await filesIn(SOURCES)), BUILDER, WIRE, LOCK].sort();
  const hash = createHash('sha256');
  for (const file of sources) hash.update(`${file.slice(SOURCES.length)}\0`).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

async function build(folder: string, target: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const fresh = await mkdtemp(join(folder, BUILDING));
  try {
    await run(SOURCES, fresh);
    await clean(folder, basename(target));
    // Another process may have built the same meanwhile; then its files serve as well.
    await rename(fresh, target).catch(async (error) => {
      await readSite(target).catch(() => Promise.reject(error));
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Removes earlier builds, and what a build left behind that was stopped. */
async function clean(folder: string, kept: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    const isAtWork = name.startsWith(BUILDING) && Date.now() - mtimeMs < LONGEST_BUILD;
    if (name !== kept && !isAtWork) await rm(path, { recursive: true, force: true });
  }
}

async function run(from: string, to: string): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', BUILDER, from, to], {
      cwd: dirname(LOCK),
      timeout: LONGEST_BUILD,
      // Lit's other build, for development, warns in every reader's console.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    const line = said.split('\n').find((one) => /error/i.test(one)) ?? String(error);
    throw new Error(line.trim().slice(0, 300), { cause: error });
  }
}

async function readSite(folder: string): Promise<BuiltPage> {
  const files = new Map<string, BuiltFile>();
  for (const file of await filesIn(folder)) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path, {
      type: TYPES[extname(file)] ?? 'application/octet-stream',
      bytes: await readFile(file),
    });
  }
  if (!files.has('/index.html')) throw new Error(`${folder} holds no page.`);
  return { files };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
