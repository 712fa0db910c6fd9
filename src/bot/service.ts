import type { Dispatcher } from '../command/dispatcher.ts';
import type { Registry } from '../command/registry.ts';
import type { Logger } from '../logger.ts';
import type { CommandIds } from './markdown.ts';

/** What the handlers of Discord's events share. */
export interface BotService {
  readonly dispatcher: Dispatcher;
  /** Read at every event: a reload can change both. */
  readonly registry: () => Registry;
  readonly commandIds: () => CommandIds;
  readonly logger: Logger;
}
