import type { APIEmbed } from 'discord-api-types/v10';
import { compact } from './compact.ts';
import type { Form } from './form.ts';
import { LIMITS, type Limit } from './limits.ts';

const SCHEMES = ['http', 'https'];
/** Pictures may also come from an upload of the same message. */
const PICTURE_SCHEMES = [...SCHEMES, 'attachment'];

/** Reads a message's embeds. Every embed becomes `rich`; texts lose the white space at their ends. */
export function readEmbeds(form: Form): APIEmbed[] | undefined {
  const embeds = form.list(LIMITS.embeds)?.map(readEmbed);
  const length = embeds?.reduce((sum, embed) => sum + embedLength(embed), 0) ?? 0;
  if (length > LIMITS.embedTexts.max) {
    form.complain('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${LIMITS.embedTexts.max}`);
  }
  return embeds;
}

function readEmbed(form: Form): APIEmbed {
  form.object();
  const title = form.at('title').text(LIMITS.embedTitle, { trim: true });
  const description = form.at('description').text(LIMITS.embedDescription, { trim: true });
  const shown = compact({
    title: title || undefined,
    description: description || undefined,
    footer: readFooter(form.at('footer')),
    author: readAuthor(form.at('author')),
    image: readPicture(form.at('image')),
    thumbnail: readPicture(form.at('thumbnail')),
    fields: readFields(form.at('fields')),
  });
  if (Object.keys(shown).length === 0 && form.sound) form.at('description').required();
  const rest = compact({
    url: form.at('url').url(LIMITS.embedUrl, SCHEMES),
    color: form.at('color').integer(LIMITS.embedColor),
    timestamp: readTimestamp(form.at('timestamp')),
  });
  return { type: 'rich' as NonNullable<APIEmbed['type']>, ...shown, ...rest };
}

function readFields(form: Form): NonNullable<APIEmbed['fields']> | undefined {
  const fields = form.list(LIMITS.embedFields)?.map((field) => ({
    name: requiredText(field.at('name'), LIMITS.embedFieldName),
    value: requiredText(field.at('value'), LIMITS.embedFieldValue),
    inline: field.at('inline').boolean() ?? false,
  }));
  return fields?.length === 0 ? undefined : fields;
}

function readFooter(form: Form): APIEmbed['footer'] | undefined {
  const text = form.object().at('text').text(LIMITS.embedFooter, { trim: true });
  const icon = form.at('icon_url').url(LIMITS.embedUrl, PICTURE_SCHEMES);
  return text ? { text, ...compact({ icon_url: icon }) } : undefined;
}

function readAuthor(form: Form): APIEmbed['author'] | undefined {
  if (form.object().absent) return undefined;
  const name = requiredText(form.at('name'), LIMITS.embedAuthor);
  const icon = form.at('icon_url').url(LIMITS.embedUrl, PICTURE_SCHEMES);
  return { name, ...compact({ icon_url: icon, url: form.at('url').url(LIMITS.embedUrl, SCHEMES) }) };
}

function readPicture(form: Form): { url: string } | undefined {
  if (form.object().absent) return undefined;
  const url = form.at('url').required().url(LIMITS.embedUrl, PICTURE_SCHEMES);
  return url === undefined ? undefined : { url };
}

function readTimestamp(form: Form): string | undefined {
  const text = form.text();
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (!Number.isNaN(time) && /^\d{4}-\d{2}-\d{2}/.test(text)) return new Date(time).toISOString();
  form.complain('DATETIME_TYPE_CONVERT', `Could not parse ${text}. Should be ISO8601.`);
  return undefined;
}

/** A text of which something must be left once white space is cut off. */
function requiredText(form: Form, limit: Limit): string {
  const text = form.required().text(limit, { trim: true });
  if (text === '') form.complain('BASE_TYPE_REQUIRED', 'This field is required');
  return text ?? '';
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
