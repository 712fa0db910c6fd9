import { Hono } from 'hono';
import { readCommand, readCommands } from '../forms/command.ts';
import { Form } from '../forms/form.ts';
import { LIMITS } from '../forms/limits.ts';
import { CommandType } from '../protocol.ts';
import type { Services } from '../services.ts';
import type { CommandDraft, Scope } from '../world/commands.ts';
import { refuse } from './api-error.ts';
import { type RestContext, type RestEnv, readBody } from './request.ts';

const AT_MOST = {
  [CommandType.ChatInput]: LIMITS.chatInputCommands.max,
  [CommandType.User]: LIMITS.userCommands.max,
  [CommandType.Message]: LIMITS.messageCommands.max,
};

/** The application's commands: for every server, and for one. */
export function commandRoutes({ world, commands }: Services): Hono<RestEnv> {
  const app = new Hono<RestEnv>();

  const scopeOf = (context: RestContext): Scope => {
    if (context.req.param('application') !== world.application.id) throw refuse('foreignApplication');
    const guildId = context.req.param('guild') ?? null;
    if (guildId !== null && guildId !== world.guild.id) throw refuse('missingAccess');
    return guildId;
  };
  const idOf = (context: RestContext): string => context.req.param('command') ?? '';

  for (const base of [
    '/applications/:application/commands',
    '/applications/:application/guilds/:guild/commands',
  ]) {
    app.get(base, (context) => {
      const localized = context.req.query('with_localizations') === 'true';
      const list = commands.in(scopeOf(context));
      return context.json(localized ? list : list.map(withoutLocalizations));
    });

    app.put(base, async (context) => {
      const scope = scopeOf(context);
      const form = Form.of((await readBody(context)).json);
      const drafts = readCommands(form);
      form.refuseIfUnsound();
      refuseTooMany(drafts);
      return context.json(commands.overwrite(scope, drafts));
    });

    app.post(base, async (context) => {
      const scope = scopeOf(context);
      const form = Form.of((await readBody(context)).json);
      const draft = readCommand(form);
      form.refuseIfUnsound();
      const others = commands.in(scope).filter((one) => one.name !== draft.name || one.type !== draft.type);
      refuseTooMany([...others, draft]);
      const { command, created } = commands.upsert(scope, draft);
      return context.json(command, created ? 201 : 200);
    });

    app.get(`${base}/:command`, (context) => {
      const command = commands.get(scopeOf(context), idOf(context));
      if (command === undefined) throw refuse('unknownCommand');
      return context.json(command);
    });

    app.patch(`${base}/:command`, async (context) => {
      const scope = scopeOf(context);
      const old = commands.get(scope, idOf(context));
      if (old === undefined) throw refuse('unknownCommand');
      const changes = Form.of((await readBody(context)).json).object();
      changes.refuseIfUnsound();
      const form = Form.of({ ...old, ...(changes.value as object) });
      const change = readCommand(form);
      form.refuseIfUnsound();
      return context.json(commands.edit(scope, old.id, change));
    });

    app.delete(`${base}/:command`, (context) => {
      if (!commands.delete(scopeOf(context), idOf(context))) throw refuse('unknownCommand');
      return context.body(null, 204);
    });
  }
  return app;
}

function refuseTooMany(drafts: readonly Pick<CommandDraft, 'type'>[]): void {
  for (const [type, max] of Object.entries(AT_MOST)) {
    const count = drafts.filter((draft) => (draft.type ?? CommandType.ChatInput) === Number(type)).length;
    if (count > max) throw refuse('tooManyCommands');
  }
}

function withoutLocalizations<Command extends object>(command: Command): Partial<Command> {
  return Object.fromEntries(
    Object.entries(command).filter(([key]) => !key.endsWith('_localizations')),
  ) as Partial<Command>;
}
