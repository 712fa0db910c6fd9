import type { APIMessage } from 'discord-api-types/v10';
import { parseCommandLine } from '../command/parse.ts';
import type { Registry } from '../command/registry.ts';
import type { Actor, InteractionOutcome, LocalDiscord } from '../local-discord/local-discord.ts';
import { type DrawnButton, drawMessage } from './draw-message.ts';
import type { Style } from './markdown.ts';
import { HINT, readTypedLine } from './typed-line.ts';

/** How long to wait for the bot's reply to a message, in milliseconds. */
const PATIENCE = 10_000;

export interface SessionOptions {
  readonly discord: LocalDiscord;
  readonly registry: () => Registry;
  readonly style: Style;
  /** Shows text that belongs to a typed line, or comes later: an edit of what was shown last. */
  readonly show: (text: string) => void;
}

/** Somebody at a terminal who uses the local Discord by lines of text, through the real client. */
export interface Session {
  /** Does what the line says and shows what comes of it. Resolves to `quit` for a line that asks to stop. */
  enter(line: string): Promise<'quit' | undefined>;
  /** Who the next line is typed as. */
  readonly who: 'member' | 'admin';
  close(): void;
}

export function openSession({ discord, registry, style, show }: SessionOptions): Session {
  const { general } = discord.channels;
  let who: 'member' | 'admin' = 'member';
  let last:
    | { readonly id: string; readonly text: string; readonly buttons: readonly DrawnButton[] }
    | undefined;
  const actor = (): Actor => discord.as(discord.people[who]);

  function draw(message: APIMessage): void {
    const { text, buttons } = drawMessage(message, style);
    if (last?.id === message.id && last.text === text) return;
    last = { id: message.id, text, buttons };
    show(text);
  }

  function drawOutcome(outcome: InteractionOutcome): void {
    if (outcome.failure !== null) show(outcome.failure);
    else if (outcome.message !== null) draw(outcome.message);
    else if (outcome.followUps.length === 0) show(style.dim('(the message was deleted)'));
    for (const followUp of outcome.followUps) draw(followUp);
  }

  async function press(number: number): Promise<void> {
    const button = last?.buttons[number - 1];
    if (last === undefined || button === undefined) return show('There is no button with that number.');
    drawOutcome(await actor().press(last.id, button.customId));
  }

  async function say(said: APIMessage): Promise<void> {
    const reply = await discord.until(
      () =>
        discord
          .messages(said.channel_id)
          .find(({ message }) => message.author.id === discord.bot.id && isAfter(message, said)),
      PATIENCE,
    );
    draw(reply.message);
  }

  async function run(line: string): Promise<'quit' | undefined> {
    const typed = readTypedLine(line);
    switch (typed.kind) {
      case 'nothing':
        return undefined;
      case 'quit':
        return 'quit';
      case 'hint':
        show(HINT);
        return undefined;
      case 'as':
        who = typed.who;
        show(`You are ${discord.people[who].global_name} now, ${who === 'admin' ? 'an admin' : 'a member'}.`);
        return undefined;
      case 'press':
        await press(typed.number);
        return undefined;
      case 'slash': {
        const { command, options } = parseCommandLine(typed.line, registry());
        const given = Object.entries(options).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        );
        drawOutcome(await actor().slash(general, command, Object.fromEntries(given)));
        return undefined;
      }
      case 'direct':
        await say(actor().directMessage(typed.text));
        return undefined;
      case 'say': {
        const mention = new RegExp(`@${discord.bot.username}\\b`, 'gi');
        const text = typed.text.replace(mention, `<@${discord.bot.id}>`);
        const said = actor().say(general, text);
        if (text === typed.text)
          show(style.dim(`(said in the channel; mention @${discord.application.name} to ask)`));
        else await say(said);
        return undefined;
      }
    }
  }

  // A long command shows how far it has come by editing its reply.
  const stopListening = discord.on('messageUpdate', ({ message }) => {
    if (last !== undefined && message.id === last.id) draw(message);
  });

  return {
    get who() {
      return who;
    },
    async enter(line) {
      try {
        return await run(line);
      } catch (error) {
        // What Discord's own client would not let a person do is an error of the local Discord.
        show(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    },
    close: stopListening,
  };
}

/** Snowflakes grow with time. */
function isAfter(message: APIMessage, other: APIMessage): boolean {
  return BigInt(message.id) > BigInt(other.id);
}
