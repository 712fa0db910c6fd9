import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Problem } from '../corpus/model.ts';
import { errorAt } from '../corpus/problem.ts';
import type { Command } from './command.ts';
import { type CommandModule, RegistryError } from './registry.ts';

const isFunction = z.custom<(...values: never[]) => unknown>(
  (value) => typeof value === 'function',
  'must be a function',
);

/** The shape of a command as `command()` and `topic()` make it; its limits are checked by the registry. */
const shape = z.object({
  on: z.enum(['slash', 'message']),
  name: z.string(),
  description: z.string(),
  options: z.record(z.string(), z.object({ description: z.string() })),
  access: z.enum(['everyone', 'admin']),
  examples: z.array(z.string()),
  run: isFunction,
  autocomplete: isFunction.optional(),
  act: isFunction.optional(),
});

/**
 * Imports every file of a folder, each the declaration of one command as its default export, by alphabet.
 *
 * @throws RegistryError naming each file that cannot be imported or declares no command.
 */
export async function loadCommandModules(folder: string): Promise<readonly CommandModule[]> {
  const names = (await readdir(folder))
    .filter((name) => /\.[cm]?[jt]s$/.test(name) && !/\.d\.[cm]?ts$/.test(name) && !name.startsWith('.'))
    .sort();
  const problems: Problem[] = [];
  const modules: CommandModule[] = [];
  for (const name of names) {
    const file = `${basename(resolve(folder))}/${name}`;
    try {
      const module: { readonly default?: unknown } = await import(
        pathToFileURL(join(resolve(folder), name)).href
      );
      const fault = faultOfShape(module.default);
      if (fault === undefined) modules.push({ file, command: module.default as Command });
      else problems.push(errorAt(file, 1, fault));
    } catch (error) {
      problems.push(errorAt(file, 1, `cannot be imported: ${firstLine(error)}`));
    }
  }
  if (problems.length > 0) throw new RegistryError(problems);
  return modules;
}

function faultOfShape(value: unknown): string | undefined {
  if (value === undefined) return 'has no default export; write `export default command({ … })`';
  const reading = shape.safeParse(value);
  if (reading.success) return undefined;
  const issue = reading.error.issues[0];
  return `is no command (\`${issue?.path.join('.') ?? ''}\`: ${issue?.message}); write it with command() or topic()`;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
