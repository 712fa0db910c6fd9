import { type Command, CommanderError } from 'commander';

/** The exit status of a command line, or of a setting, that cannot be understood. */
export const BAD_USAGE = 2;

/**
 * Reads the arguments that the process was given into the program, which throws instead of exiting (`exitOverride`).
 *
 * @returns the status to exit with at once, after what was wrong or the help was printed; undefined to go on.
 */
export function parseArguments(program: Command): number | undefined {
  try {
    program.parse();
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_USAGE;
    throw error;
  }
}
