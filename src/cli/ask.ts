import { createInterface } from 'node:readline';
import { Command, Option } from 'commander';
import { config as readDotenv } from 'dotenv';
import { RegistryError } from '../command/registry.ts';
import { ConfigError, readConfig } from '../config.ts';
import { CorpusError } from '../corpus/corpus-error.ts';
import { createLogger } from '../logger.ts';
import { replyJson } from './answer-json.ts';
import { explanationText } from './explain.ts';
import { BAD_USAGE, parseArguments } from './parse-arguments.ts';
import { replyText } from './reply-text.ts';
import { isCommand, openSession, type Session } from './session.ts';

/** `npm run -s ask`: answers one question, or one per line of standard input. */

/** Passages of an answer to a question; a command shows all that it finds. */
const MOST_PASSAGES = 10;
/** The exit status of a data folder that cannot be used. */
const UNUSABLE_DATA = 1;

interface Options {
  readonly data?: string;
  readonly json?: true;
  readonly explain?: true;
}

const program = new Command('ask')
  .description('Answers a question from the articles, or one per line of standard input.')
  .argument('[question]', 'a question, or a slash command such as /casualties')
  .option('--data <folder>', "the event's folder (default: DATA_DIR, or ./data)")
  .option('--json', 'one JSON object a line')
  .addOption(
    new Option('--explain', 'why a question gets its answer, in place of the answer').conflicts('json'),
  )
  .allowExcessArguments(false)
  .exitOverride();

async function main(): Promise<number> {
  const status = parseArguments(program);
  if (status !== undefined) return status;
  const options = program.opts<Options>();
  readDotenv({ quiet: true });
  try {
    const config = readConfig(process.env);
    const logger = createLogger(config.logLevel);
    const { cacheDir } = config;
    const session = await openSession({ dataDir: options.data ?? config.dataDir, cacheDir, logger });
    for await (const line of lines(program.args[0])) {
      print(options.explain ? await explain(line, session) : await reply(line, session, options));
    }
    return 0;
  } catch (error) {
    if (error instanceof CorpusError || error instanceof RegistryError) {
      process.stderr.write(`${error.message}\n`);
      return UNUSABLE_DATA;
    }
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      return BAD_USAGE;
    }
    throw error;
  }
}

async function reply(line: string, session: Session, { json }: Options): Promise<string> {
  const reply = await session.ask(line);
  const most = isCommand(line) ? Number.POSITIVE_INFINITY : MOST_PASSAGES;
  if (json) return JSON.stringify(replyJson(line, reply, most));
  // Of several answers each says what it answers.
  const heading = program.args[0] === undefined ? `> ${line}\n\n` : '';
  return `${heading}${replyText(reply)}\n`;
}

async function explain(line: string, session: Session): Promise<string> {
  if (isCommand(line))
    return `${line}\nOnly questions can be explained. Write the question without a command.\n`;
  return `${explanationText(await session.explain(line))}\n`;
}

/** The question that was given, or the lines of standard input that are not blank, without their line ends. */
async function* lines(question: string | undefined): AsyncGenerator<string> {
  if (question !== undefined) {
    yield question;
    return;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield line;
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

// Whoever reads may stop reading (`| head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
const code = await main();
// What is still being loaded in the background must not keep the line waiting; what was written must get out.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
