import { nothing, type TemplateResult } from 'lit';
import { act, interact } from '../act.ts';
import { plainText } from '../drawing/markdown.ts';
import { startReply } from '../drawing/message-row.ts';
import { namesIn } from '../drawing/names.ts';
import type { State } from '../state.ts';
import { type MenuItem, menuView } from './menu.ts';

const MESSAGE_COMMAND = 3;
let anchor: HTMLElement | null = null;

/** Opens a message's menu at the element that was used. */
export function openMessageMenu(state: State, messageId: string, from: HTMLElement): void {
  anchor = from;
  state.menu = { kind: 'message', messageId };
  state.changed();
}

/** Reply, the bot's message commands, copy, delete. */
export function messageMenu(state: State): TemplateResult | typeof nothing {
  const { menu, snapshot, channel } = state;
  if (menu?.kind !== 'message' || snapshot === null || channel === undefined) return nothing;
  const shown = state.messages.find(({ message }) => message.id === menu.messageId);
  if (shown === undefined) return nothing;
  const { message, visibleTo } = shown;
  const commands = (snapshot.commands[channel.id] ?? []).filter(
    ({ type }) => Number(type) === MESSAGE_COMMAND,
  );
  const own = message.author.id === snapshot.me.userId;
  const isPrivate = visibleTo !== 'everyone';
  const text = [
    message.content,
    ...message.embeds.flatMap((one) => [one.author?.name, one.title, one.description]),
  ];
  const items: MenuItem[] = [
    ...(isPrivate || !channel.maySend ? [] : [{ label: 'Reply', run: () => startReply(state, message) }]),
    ...(isPrivate || !channel.mayUseCommands
      ? []
      : commands.map(
          ({ name }): MenuItem => ({
            group: `Apps · ${snapshot.bot.name}`,
            label: name,
            run: () => {
              const deed = {
                do: 'messageCommand',
                channelId: channel.id,
                messageId: message.id,
                name,
              } as const;
              void interact(state, deed, {
                channelId: channel.id,
                kind: 'command',
                label: name,
                source: null,
              });
            },
          }),
        )),
    {
      label: 'Copy text',
      run: () => copy(state, plainText(text.filter(Boolean).join('\n'), namesIn(state))),
    },
    ...(isPrivate
      ? [{ label: 'Dismiss message', run: () => void act(state, { do: 'delete', messageId: message.id }) }]
      : own || channel.mayManageMessages
        ? [
            {
              label: 'Delete message',
              danger: true,
              run: () => void act(state, { do: 'delete', messageId: message.id }),
            },
          ]
        : []),
  ];
  return menuView(state, { label: 'Message', items, anchor });
}

function copy(state: State, text: string): void {
  navigator.clipboard.writeText(text).then(
    () => state.announce('Copied.'),
    () => state.announce('The browser did not let the text be copied.'),
  );
}
