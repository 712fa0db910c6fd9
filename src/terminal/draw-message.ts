import type { APIEmbed, APIMessage } from 'discord-api-types/v10';
import { drawMarkdown, type Style, withoutControls } from './markdown.ts';

const EPHEMERAL = 1 << 6;
const ACTION_ROW = 1;
const BUTTON = 2;

/** A button that can be pressed, as it stands under a message. */
export interface DrawnButton {
  readonly label: string;
  readonly customId: string;
}

export interface DrawnMessage {
  readonly text: string;
  /** In the order of their numbers, from 1. */
  readonly buttons: readonly DrawnButton[];
}

/** A message as it would look in Discord, as far as lines of text can show it, its addresses written out. */
export function drawMessage(message: APIMessage, style: Style): DrawnMessage {
  const isPrivate = ((message.flags ?? 0) & EPHEMERAL) !== 0;
  const head = `${style.bold(message.author.username)}${isPrivate ? style.dim(' (only you can see this)') : ''}`;
  const buttons = buttonsOf(message).filter(({ disabled }) => !disabled);
  const numbered = buttons.map(({ label }, index) => `[${index + 1}] ${withoutControls(label)}`);
  const blocks = [
    head,
    message.content === '' ? '' : drawMarkdown(message.content, style),
    ...message.embeds.map((embed) => drawEmbed(embed, style)),
    numbered.join('   '),
  ];
  return { text: blocks.filter((block) => block !== '').join('\n'), buttons };
}

function drawEmbed({ author, title, url, description, fields, footer }: APIEmbed, style: Style): string {
  const lines = [
    author === undefined ? '' : style.bold(withoutControls(author.name)),
    title === undefined ? '' : drawMarkdown(title, style),
    url === undefined ? '' : style.link(withoutControls(url)),
    description === undefined ? '' : drawMarkdown(description, style),
    ...(fields ?? []).map(
      ({ name, value }) => `${style.bold(drawMarkdown(name, style))}\n${drawMarkdown(value, style)}`,
    ),
    footer === undefined ? '' : style.dim(withoutControls(footer.text)),
  ];
  const text = lines.filter((line) => line !== '').join('\n');
  return text
    .split('\n')
    .map((line) => `  ┃ ${line}`)
    .join('\n');
}

function buttonsOf({ components }: APIMessage): (DrawnButton & { readonly disabled: boolean })[] {
  return (components ?? []).flatMap((row) =>
    row.type !== ACTION_ROW
      ? []
      : row.components.flatMap((component) =>
          component.type !== BUTTON || !('custom_id' in component)
            ? []
            : [
                {
                  label: 'label' in component ? (component.label ?? '') : '',
                  customId: component.custom_id,
                  disabled: component.disabled ?? false,
                },
              ],
        ),
  );
}
