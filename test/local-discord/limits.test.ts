import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS, type LimitName } from '../../src/local-discord/forms/limits.ts';
import { type Actor, type LocalDiscord, startLocalDiscord } from '../../src/local-discord/local-discord.ts';
import { call } from './stage.ts';

/**
 * How a limit is tried: a body with `n` of what it limits, the route that takes it, and where Discord nests its
 * complaint. `message` and `channel edit` limits are tried on an ordinary message, those of responses on a callback.
 */
interface Row {
  readonly route: 'message' | 'modal' | 'choices' | 'command' | 'commands' | 'page';
  readonly body: (n: number) => unknown;
  /** The keys under `errors` at which the complaint stands, dots between them. */
  readonly at: string;
  /** Default: what a limit of its kind complains of. */
  readonly code?: string;
  readonly message?: string;
}

const text = (n: number): string => 'x'.repeat(n);
const times = <Item>(n: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: n }, (_, index) => make(index));
const url = (n: number): string => `https://example.org/${text(n - 20)}`;
const ofEmbed = (part: (n: number) => object, at: string): Row => ({
  route: 'message',
  body: (n) => ({ embeds: [part(n)] }),
  at: `embeds.0.${at}`,
});
const button = (index: number) => ({ type: 2, style: 2, label: 'x', custom_id: `b${index}` });
const ofButton = (part: (n: number) => object, at: string): Row => ({
  route: 'message',
  body: (n) => ({ components: [{ type: 1, components: [{ ...button(0), ...part(n) }] }] }),
  at: `components.0.components.0.${at}`,
});
const select = (index: number) => ({
  type: 3,
  custom_id: `s${index}`,
  options: times(25, (i) => ({ label: 'x', value: `${i}` })),
});
const ofSelect = (part: (n: number) => object, at: string): Row => ({
  route: 'message',
  body: (n) => ({ components: [{ type: 1, components: [{ ...select(0), ...part(n) }] }] }),
  at: `components.0.components.0.${at}`,
});
const ofOption = (part: (n: number) => object, at: string): Row =>
  ofSelect((n) => ({ options: [{ label: 'x', value: 'x', ...part(n) }] }), `options.0.${at}`);
const input = { type: 4, custom_id: 'i', style: 1 };
const label = { type: 18, label: 'x', component: input };
const modal = { custom_id: 'm', title: 'x', components: [label] };
const ofModal = (part: (n: number) => object, at: string): Row => ({
  route: 'modal',
  body: (n) => ({ ...modal, ...part(n) }),
  at,
});
const ofInput = (part: (n: number) => object, at: string): Row =>
  ofModal(
    (n) => ({ components: [{ ...label, component: { ...input, ...part(n) } }] }),
    `components.0.component.${at}`,
  );
const row = (n: number) =>
  times(n, () => input).map((one, index) => ({ ...one, custom_id: `i${index}`, label: 'x' }));
const slash = { name: 'x', description: 'x' };
const ofCommand = (part: (n: number) => object, at: string): Row => ({
  route: 'command',
  body: (n) => ({ ...slash, ...part(n) }),
  at,
});
const option = { type: 3, name: 'x', description: 'x' };
const ofCommandOption = (part: (n: number) => object, at: string): Row =>
  ofCommand((n) => ({ options: [{ ...option, ...part(n) }] }), `options.0.${at}`);

const ROWS: Readonly<Record<LimitName, Row>> = {
  content: { route: 'message', body: (n) => ({ content: text(n) }), at: 'content' },
  nonce: { route: 'message', body: (n) => ({ content: 'x', nonce: text(n) }), at: 'nonce' },
  pageOfMessages: { route: 'page', body: (n) => n, at: 'limit' },
  attachments: { route: 'message', body: (n) => n, at: '' },
  allowedUsers: {
    route: 'message',
    body: (n) => ({ content: 'x', allowed_mentions: { users: times(n, (i) => `${i + 1}`) } }),
    at: 'allowed_mentions.users',
  },
  allowedRoles: {
    route: 'message',
    body: (n) => ({ content: 'x', allowed_mentions: { roles: times(n, (i) => `${i + 1}`) } }),
    at: 'allowed_mentions.roles',
  },

  embeds: { route: 'message', body: (n) => ({ embeds: times(n, () => ({ title: 'x' })) }), at: 'embeds' },
  embedTexts: {
    route: 'message',
    body: (n) => ({ embeds: [{ description: text(4096) }, { description: text(n - 4096) }] }),
    at: 'embeds',
    code: 'MAX_EMBED_SIZE_EXCEEDED',
    message: 'Embed size exceeds maximum size of 6000',
  },
  embedTitle: ofEmbed((n) => ({ title: text(n) }), 'title'),
  embedDescription: ofEmbed((n) => ({ description: text(n) }), 'description'),
  embedFields: ofEmbed((n) => ({ fields: times(n, () => ({ name: 'x', value: 'x' })) }), 'fields'),
  embedFieldName: ofEmbed((n) => ({ fields: [{ name: text(n), value: 'x' }] }), 'fields.0.name'),
  embedFieldValue: ofEmbed((n) => ({ fields: [{ name: 'x', value: text(n) }] }), 'fields.0.value'),
  embedFooter: ofEmbed((n) => ({ footer: { text: text(n) } }), 'footer.text'),
  embedAuthor: ofEmbed((n) => ({ author: { name: text(n) } }), 'author.name'),
  embedUrl: ofEmbed((n) => ({ title: 'x', url: url(n) }), 'url'),
  embedColor: ofEmbed((n) => ({ title: 'x', color: n }), 'color'),

  rows: {
    route: 'message',
    body: (n) => ({ components: times(n, (i) => ({ type: 1, components: [button(i)] })) }),
    at: 'components',
  },
  rowButtons: {
    route: 'message',
    body: (n) => ({ components: [{ type: 1, components: times(n, button) }] }),
    at: 'components.0.components',
  },
  rowSelects: {
    route: 'message',
    body: (n) => ({ components: [{ type: 1, components: times(n, select) }] }),
    at: 'components.0.components.1',
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    message: 'The specified component exceeds the maximum width',
  },
  customId: ofButton((n) => ({ custom_id: text(n) }), 'custom_id'),
  buttonLabel: ofButton((n) => ({ label: text(n) }), 'label'),
  buttonUrl: ofButton((n) => ({ style: 5, custom_id: null, url: url(n) }), 'url'),
  selectOptions: ofSelect((n) => ({ options: times(n, (i) => ({ label: 'x', value: `${i}` })) }), 'options'),
  selectPlaceholder: ofSelect((n) => ({ placeholder: text(n) }), 'placeholder'),
  selectMinValues: ofSelect((n) => ({ min_values: n, max_values: 25 }), 'min_values'),
  selectMaxValues: ofSelect((n) => ({ max_values: n }), 'max_values'),
  optionLabel: ofOption((n) => ({ label: text(n) }), 'label'),
  optionValue: ofOption((n) => ({ value: text(n) }), 'value'),
  optionDescription: ofOption((n) => ({ description: text(n) }), 'description'),

  modalTitle: ofModal((n) => ({ title: text(n) }), 'title'),
  modalCustomId: ofModal((n) => ({ custom_id: text(n) }), 'custom_id'),
  modalComponents: ofModal(
    (n) => ({ components: times(n, (i) => ({ ...label, component: { ...input, custom_id: `i${i}` } })) }),
    'components',
  ),
  labelText: ofModal((n) => ({ components: [{ ...label, label: text(n) }] }), 'components.0.label'),
  labelDescription: ofModal(
    (n) => ({ components: [{ ...label, description: text(n) }] }),
    'components.0.description',
  ),
  rowInputs: ofModal((n) => ({ components: [{ type: 1, components: row(n) }] }), 'components.0.components'),
  inputLabel: ofModal(
    (n) => ({ components: [{ type: 1, components: [{ ...input, label: text(n) }] }] }),
    'components.0.components.0.label',
  ),
  inputMinLength: ofInput((n) => ({ min_length: n }), 'min_length'),
  inputMaxLength: ofInput((n) => ({ max_length: n }), 'max_length'),
  inputValue: ofInput((n) => ({ value: text(n) }), 'value'),
  inputPlaceholder: ofInput((n) => ({ placeholder: text(n) }), 'placeholder'),

  suggestions: {
    route: 'choices',
    body: (n) => ({ choices: times(n, (i) => ({ name: 'x', value: `${i}` })) }),
    at: 'choices',
  },
  choices: ofCommandOption(
    (n) => ({ choices: times(n, (i) => ({ name: `${i}`, value: `${i}` })) }),
    'choices',
  ),
  choiceName: {
    route: 'choices',
    body: (n) => ({ choices: [{ name: text(n), value: 'x' }] }),
    at: 'choices.0.name',
  },
  choiceValue: {
    route: 'choices',
    body: (n) => ({ choices: [{ name: 'x', value: text(n) }] }),
    at: 'choices.0.value',
  },
  commandName: ofCommand((n) => ({ name: text(n) }), 'name'),
  commandDescription: ofCommand((n) => ({ description: text(n) }), 'description'),
  commandOptions: ofCommand((n) => ({ options: times(n, (i) => ({ ...option, name: `o${i}` })) }), 'options'),
  optionMinLength: ofCommandOption((n) => ({ min_length: n }), 'min_length'),
  optionMaxLength: ofCommandOption((n) => ({ max_length: n }), 'max_length'),
  commandTexts: ofCommand(sized, ''),
  chatInputCommands: {
    route: 'commands',
    body: (n) => times(n, (i) => ({ name: `c${i}`, description: 'x' })),
    at: '',
  },
  userCommands: { route: 'commands', body: (n) => times(n, (i) => ({ name: `C ${i}`, type: 2 })), at: '' },
  messageCommands: { route: 'commands', body: (n) => times(n, (i) => ({ name: `C ${i}`, type: 3 })), at: '' },
};
const TOO_LARGE = { code: 'APPLICATION_COMMAND_TOO_LARGE', message: 'Command exceeds maximum size (8000)' };

/** A command of exactly `n` characters: 202 for itself and its two options, the rest shared out over 50 choices. */
function sized(n: number): object {
  const upTo = (index: number) => Math.floor(((n - 202) * index) / 50);
  const choice = (index: number) => {
    const length = upTo(index + 1) - upTo(index);
    const id = String(index).padStart(2, '0');
    return { name: id.padEnd(100, 'n'), value: id.padEnd(length - 100, 'v') };
  };
  const choices = times(50, choice);
  const half = (index: number) => choices.slice(index * 25, index * 25 + 25);
  const options = times(2, (i) => ({ type: 3, name: `o${i}`, description: text(98), choices: half(i) }));
  return { name: 'x', description: 'x', options };
}

let discord: LocalDiscord;
let member: Actor;

beforeAll(async () => {
  discord = await startLocalDiscord();
  member = discord.as(discord.people.member);
  const commands = [{ ...slash, name: 'try', options: [{ ...option, name: 'q', autocomplete: true }] }];
  await call(discord, 'PUT', `/applications/${discord.application.id}/commands`, commands);
});
afterAll(() => discord.close());

async function attempt({ route, body }: Row, n: number, name: LimitName) {
  const { general } = discord.channels;
  const commands = `/applications/${discord.application.id}/guilds/${discord.guild.id}/commands`;
  switch (route) {
    case 'page':
      return call(discord, 'GET', `/channels/${general}/messages?limit=${body(n)}`);
    case 'command':
      return call(discord, 'POST', commands, body(n));
    case 'commands':
      return call(discord, 'PUT', commands, body(n));
    case 'modal':
      return callback(9, body(n), () => member.slash(general, 'try'));
    case 'choices':
      return callback(8, body(n), () => member.autocomplete(general, 'try', 'q', ''));
    case 'message':
      return name === 'attachments'
        ? upload(n)
        : call(discord, 'POST', `/channels/${general}/messages`, body(n));
  }
}

/** Answers an interaction without a client, from what the traffic shows of it. */
async function callback(type: number, data: unknown, start: () => Promise<unknown>) {
  const started = new Promise<{ id: string; token: string }>((resolve) => {
    const stop = discord.on('interaction', ({ change, outcome }) => {
      if (change !== 'created') return;
      stop();
      const { origin } = outcome as unknown as { origin: { id: string; token: string } };
      resolve(origin);
    });
  });
  start().catch(() => {});
  const { id, token } = await started;
  return call(discord, 'POST', `/interactions/${id}/${token}/callback`, { type, data });
}

async function upload(n: number) {
  const form = new FormData();
  for (let index = 0; index < n; index += 1) form.set(`files[${index}]`, new File(['x'], 'x.txt'));
  form.set('payload_json', '{}');
  const response = await fetch(`${discord.apiUrl}/v10/channels/${discord.channels.general}/messages`, {
    method: 'POST',
    headers: { Authorization: `Bot ${discord.token}` },
    body: form,
  });
  return { status: response.status, json: (await response.json()) as unknown };
}

function nested(at: string, leaf: object): object {
  return at.split('.').reduceRight<object>((inner, key) => ({ [key]: inner }), leaf);
}

/** The body with which Discord refuses one more than a limit. */
function refusal(name: LimitName): object {
  const { min = 0, max, of }: { min?: number; max: number; of: string } = LIMITS[name];
  if (name === 'attachments')
    return { code: 30015, message: 'Maximum number of attachments in a message reached (10)' };
  if (ROWS[name].route === 'commands') return { code: 30032 };
  const usual =
    of === 'value'
      ? { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${max}.` }
      : min > 0
        ? { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${min} and ${max} in length.` }
        : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer in length.` };
  const { route, at, code = usual.code, message = usual.message } = ROWS[name];
  const leaf = { _errors: [name === 'commandTexts' ? TOO_LARGE : { code, message }] };
  const inside = at === '' ? leaf : nested(at, leaf);
  const errors = route === 'modal' || route === 'choices' ? { data: inside } : inside;
  return { code: 50035, message: 'Invalid Form Body', errors };
}

describe.each(Object.keys(ROWS) as LimitName[])('%s', (name) => {
  it('is accepted at its limit and refused beyond it, as Discord refuses it', async () => {
    const { max, min = 0 }: { max: number; min?: number } = LIMITS[name];
    const accepted = await attempt(ROWS[name], max, name);
    expect(accepted.json ?? {}).not.toHaveProperty('errors');
    expect(accepted.status).toBeLessThan(300);

    const refused = await attempt(ROWS[name], max + 1, name);
    expect(refused.status).toBe(400);
    expect(refused.json).toMatchObject(refusal(name));

    if (min > 0) expect((await attempt(ROWS[name], min - 1, name)).status).toBe(400);
  });
});
