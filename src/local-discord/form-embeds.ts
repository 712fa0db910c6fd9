import type { APIEmbed } from 'discord-api-types/v10';
import type { Form } from './form.ts';
import { LIMITS, type Limit } from './limits.ts';

const SCHEMES = ['http', 'https'];
/** Pictures may also come from an upload of the same message. */
const PICTURE_SCHEMES = [...SCHEMES, 'attachment'];

/** Reads a message's embeds. Every embed becomes `rich`; texts lose the white space at their ends. */
export function readEmbeds(form: Form, value: unknown): APIEmbed[] | undefined {
  const list = form.list(value, LIMITS.embeds);
  if (list === undefined) return undefined;
  const embeds = list.map((item, index) => readEmbed(form.at(index), item));
  const length = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (length > LIMITS.embedTexts.max) {
    form.complain('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${LIMITS.embedTexts.max}`);
  }
  return embeds;
}

function readEmbed(form: Form, value: unknown): APIEmbed {
  const fields = form.fields(value) ?? {};
  const text = (key: string, limit: Limit) => form.at(key).text(fields[key], limit, { trim: true });
  const title = text('title', LIMITS.embedTitle);
  const description = text('description', LIMITS.embedDescription);
  const url = form.at('url').url(fields['url'], LIMITS.embedUrl, SCHEMES);
  const color = form.at('color').integer(fields['color'], LIMITS.embedColor);
  const timestamp = readTimestamp(form.at('timestamp'), fields['timestamp']);
  const footer = readNamed(form.at('footer'), fields['footer'], 'text', LIMITS.embedFooter);
  const author = readNamed(form.at('author'), fields['author'], 'name', LIMITS.embedAuthor);
  const image = readPicture(form.at('image'), fields['image']);
  const thumbnail = readPicture(form.at('thumbnail'), fields['thumbnail']);
  const rows = form.at('fields').list(fields['fields'], LIMITS.embedFields);
  const embed: APIEmbed = {
    type: 'rich' as APIEmbed['type'] & string,
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(url === undefined ? {} : { url }),
    ...(color === undefined ? {} : { color }),
    ...(timestamp === undefined ? {} : { timestamp }),
    ...(footer === undefined ? {} : { footer: { ...footer.rest, text: footer.text } }),
    ...(author === undefined ? {} : { author: { ...author.rest, name: author.text } }),
    ...(image === undefined ? {} : { image }),
    ...(thumbnail === undefined ? {} : { thumbnail }),
    ...(rows === undefined || rows.length === 0
      ? {}
      : { fields: rows.map((row, index) => readField(form.at('fields', index), row)) }),
  };
  const empty = Object.keys(embed).every((key) => ['type', 'url', 'color', 'timestamp'].includes(key));
  if (empty && form.sound) form.at('description').required(undefined);
  return embed;
}

function readField(form: Form, value: unknown): { name: string; value: string; inline: boolean } {
  const fields = form.fields(value) ?? {};
  const read = (key: 'name' | 'value', limit: Limit): string => {
    const text = form.at(key).text(fields[key], limit, { trim: true });
    if (text === '' || fields[key] === undefined || fields[key] === null) form.at(key).required(undefined);
    return text ?? '';
  };
  const inline = form.at('inline').boolean(fields['inline']) ?? false;
  return { name: read('name', LIMITS.embedFieldName), value: read('value', LIMITS.embedFieldValue), inline };
}

function readNamed(form: Form, value: unknown, key: 'text' | 'name', limit: Limit) {
  const fields = form.fields(value);
  if (fields === undefined) return undefined;
  const text = form.at(key).text(fields[key], limit, { trim: true });
  const iconUrl = form.at('icon_url').url(fields['icon_url'], LIMITS.embedUrl, PICTURE_SCHEMES);
  const url = key === 'name' ? form.at('url').url(fields['url'], LIMITS.embedUrl, SCHEMES) : undefined;
  if (key === 'name' && !text) form.at(key).required(undefined);
  if (!text) return undefined;
  const icon = iconUrl === undefined ? {} : { icon_url: iconUrl };
  return { text, rest: url === undefined ? icon : { ...icon, url } };
}

function readPicture(form: Form, value: unknown): { url: string } | undefined {
  const fields = form.fields(value);
  if (fields === undefined) return undefined;
  form.at('url').required(fields['url']);
  const url = form.at('url').url(fields['url'], LIMITS.embedUrl, PICTURE_SCHEMES);
  return url === undefined ? undefined : { url };
}

function readTimestamp(form: Form, value: unknown): string | undefined {
  const text = form.text(value);
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (!Number.isNaN(time) && /^\d{4}-\d{2}-\d{2}/.test(text)) return new Date(time).toISOString();
  form.complain('DATETIME_TYPE_CONVERT', `Could not parse ${text}. Should be ISO8601.`);
  return undefined;
}

/** The characters of an embed that count towards the limit of them all. */
function embedLength(embed: APIEmbed): number {
  const texts = [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce((sum, text) => sum + [...(text ?? '')].length, 0);
}
