import { Hono } from 'hono';
import type { Services } from '../services.ts';
import { guildChannelJson, guildJson, memberJson, roleJson } from '../world/json.ts';
import { refuse } from './api-error.ts';
import type { RestContext, RestEnv } from './request.ts';

/** The server, its members, roles and channels. */
export function guildRoutes({ world, messages }: Services): Hono<RestEnv> {
  const app = new Hono<RestEnv>();
  const known = (context: RestContext): void => {
    if (context.req.param('guild') !== world.guild.id) throw refuse('unknownGuild');
  };

  app.get('/guilds/:guild', (context) => {
    known(context);
    const counts =
      context.req.query('with_counts') === 'true'
        ? { approximate_member_count: world.members.size, approximate_presence_count: world.members.size }
        : {};
    return context.json({ ...guildJson(world), ...counts });
  });
  app.get('/guilds/:guild/roles', (context) => {
    known(context);
    return context.json([...world.roles.values()].map(roleJson));
  });
  app.get('/guilds/:guild/channels', (context) => {
    known(context);
    const visible = world
      .guildChannels()
      .filter((channel) => world.may(world.bot.id, channel, 'ViewChannel'));
    return context.json(
      visible.map((channel) => guildChannelJson(world, channel, messages.lastId(channel.id))),
    );
  });
  app.get('/guilds/:guild/members', (context) => {
    known(context);
    if (!world.privilegedIntents.has('GuildMembers')) throw refuse('missingAccess');
    const limit = Number(context.req.query('limit') ?? 1);
    return context.json([...world.members.values()].slice(0, limit).map(memberJson));
  });
  app.get('/guilds/:guild/members/:user', (context) => {
    known(context);
    const id = context.req.param('user');
    const member = world.members.get(id === '@me' ? world.bot.id : id);
    if (member === undefined) throw refuse('unknownMember');
    return context.json(memberJson(member));
  });
  return app;
}
