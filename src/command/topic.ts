import type { TopicDeclaration } from '../corpus/model.ts';
import type { Command } from './command.ts';

/** Declares a topic command: shows per source what the articles say of its topic. */
export function topic(declaration: TopicDeclaration): Command {
  throw new Error(`not yet written: ${declaration.name}`);
}
