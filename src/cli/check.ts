import { join } from 'node:path';
import { Command } from 'commander';
import { config as readDotenv } from 'dotenv';
import { loadCommandModules } from '../command/command-modules.ts';
import { count } from '../command/count.ts';
import { buildRegistry, RegistryError } from '../command/registry.ts';
import { ConfigError, readConfig } from '../config.ts';
import { loadCorpus } from '../corpus/corpus.ts';
import { CorpusError } from '../corpus/corpus-error.ts';
import type { Corpus, Problem } from '../corpus/model.ts';
import { describeProblem } from '../corpus/problem.ts';
import { BAD_USAGE, parseArguments } from './parse-arguments.ts';

/** `npm run -s check`: every problem of a data folder, one a line. */

const COMMANDS_DIR = join(import.meta.dirname, '../../commands');
/** The exit status where there are errors. */
const ERRORS = 1;

const program = new Command('check')
  .description('Names every problem of a data folder, with file and line.')
  .option('--data <folder>', "the event's folder (default: DATA_DIR, or ./data)")
  .allowExcessArguments(false)
  .exitOverride();

async function main(): Promise<number> {
  const status = parseArguments(program);
  if (status !== undefined) return status;
  readDotenv({ quiet: true });
  let dataDir: string;
  try {
    dataDir = program.opts<{ data?: string }>().data ?? readConfig(process.env).dataDir;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return BAD_USAGE;
  }
  const { corpus, problems } = await examine(dataDir);
  for (const problem of problems) process.stdout.write(`${describe(problem)}\n`);
  process.stdout.write(`${summary(corpus, problems)}\n`);
  return problems.some(({ severity }) => severity === 'error') ? ERRORS : 0;
}

/** Everything found wrong; the corpus where the folder can be used for all that. */
async function examine(
  dataDir: string,
): Promise<{ readonly corpus?: Corpus; readonly problems: readonly Problem[] }> {
  try {
    const corpus = await loadCorpus(dataDir);
    const modules = await loadCommandModules(COMMANDS_DIR);
    try {
      buildRegistry(modules, corpus.event);
      return { corpus, problems: corpus.problems };
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      return { corpus, problems: [...error.problems, ...corpus.problems] };
    }
  } catch (error) {
    if (error instanceof CorpusError || error instanceof RegistryError) return { problems: error.problems };
    throw error;
  }
}

function describe(problem: Problem): string {
  const { file, line, message } = problem;
  return problem.severity === 'error' ? describeProblem(problem) : `${file}:${line}: warning: ${message}`;
}

function summary(corpus: Corpus | undefined, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const found = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  const verdict = problems.length === 0 ? 'no problems' : found.filter(Boolean).join(', ');
  if (!corpus) return `${verdict}: this folder cannot be used`;
  const passages = corpus.articles.reduce((sum, article) => sum + article.passages.length, 0);
  return `${verdict}: ${count(corpus.articles.length, 'article')}, ${count(passages, 'passage')}`;
}

process.exitCode = await main();
