import { fileURLToPath } from 'node:url';
import type { LocalDiscord } from '../../src/local-discord/local-discord.ts';
import type { Library } from '../../src/local-discord/page-server/library.ts';
import { createPage } from '../../src/local-discord/page-server/page.ts';
import { type BuiltPage, loadSite } from '../../src/local-discord/page-server/site.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/attest', import.meta.url));

/** The built page, kept between runs of the tests while its sources stand. */
export function builtPage(): Promise<BuiltPage> {
  return loadSite(CACHE);
}

/** Puts the page onto a local Discord and gives its address. */
export function servePage(discord: LocalDiscord, library?: Library): string {
  discord.mount(createPage(discord, { site: builtPage(), ...(library === undefined ? {} : { library }) }));
  return `http://127.0.0.1:${discord.port}/`;
}
