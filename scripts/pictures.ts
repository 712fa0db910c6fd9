/**
 * `npm run pictures`: what the local Discord's page looks like, for the README, into docs/pictures. The real bot
 * answers from the shipped event, or from DATA_DIR, so that the pictures are of what it does today.
 */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { createApp } from '../src/app.ts';
import { createBot } from '../src/bot/bot.ts';
import { libraryOf } from '../src/library.ts';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord/local-discord.ts';
import { createLogger } from '../src/logger.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { become, slash } from '../test/browser/hands.ts';
import { servePage } from '../test/browser/site.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, 'docs', 'pictures');
/** Bytes of a picture: a README is read on slow lines too. */
const MOST_BYTES = 250 * 1024;

interface Scene {
  readonly name: string;
  /** Does on the page what the picture is of. */
  play(page: Page): Promise<void>;
  /** What is in sight, and where. */
  readonly shows: { readonly what: string; readonly at: 'start' | 'center' };
}

const SCENES: readonly Scene[] = [
  {
    name: 'casualties',
    play: async (page) => {
      await slash(page, 'casualties');
      await page.getByRole('button', { name: 'Next' }).waitFor();
    },
    shows: { what: 'discord-command', at: 'start' },
  },
  {
    name: 'disagreement',
    play: async (page) => {
      await ask(page, 'how many attackers were there');
      await page.getByText('Sources differ').first().waitFor();
    },
    shows: { what: 'strong:has-text("Sources differ")', at: 'center' },
  },
  {
    name: 'refusal',
    play: async (page) => {
      await ask(page, 'what was the weather like');
      await page.getByText('The articles do not say').first().waitFor();
    },
    shows: { what: '.row', at: 'start' },
  },
  {
    name: 'reindex',
    play: async (page) => {
      await become(page, 'Admin');
      await slash(page, 'reindex');
      await page.getByText('The articles were read again').waitFor();
    },
    shows: { what: '.row', at: 'start' },
  },
];

const LOOKS = [
  { suffix: '1440', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { suffix: '360', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
] as const;

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message/ }).focus();
  await page.keyboard.type(`@Attest ${question}`);
  await page.keyboard.press('Enter');
}

/** A new local Discord with the bot on it: each picture begins with an empty channel. */
async function openStage(): Promise<{ discord: LocalDiscord; address: string; close(): Promise<void> }> {
  const { DATA_DIR: dataDir = join(ROOT, 'data') } = process.env;
  const logger = createLogger('warn');
  const policy = { adminRoleIds: [], adminUserIds: [] };
  const app = await createApp({ dataDir, policy, logger });
  await app.dossier.complete;
  const discord = await startLocalDiscord({ logger });
  const { dossier, registry, dispatcher } = app;
  const connection = { token: discord.token, apiUrl: discord.apiUrl, hideAdminCommands: true };
  const bot = createBot({ ...connection, dossier, registry, dispatcher, logger });
  app.onReload(() => bot.refresh());
  await bot.start();
  return {
    discord,
    address: servePage(discord, libraryOf(app)),
    async close() {
      await bot.stop();
      await discord.close();
    },
  };
}

await mkdir(PICTURES, { recursive: true });
const browser = await launchChromium();
try {
  for (const scene of SCENES) {
    for (const { suffix, ...look } of LOOKS) {
      const stage = await openStage();
      const context = await browser.newContext({ ...look, reducedMotion: 'reduce', locale: 'en-GB' });
      const page = await context.newPage();
      await page.goto(stage.address);
      await page.getByRole('textbox', { name: /^Message/ }).waitFor();
      await scene.play(page);
      await page.waitForTimeout(500);
      const { what, at } = scene.shows;
      const shown = page.locator(what).first();
      await shown.evaluate((element, block) => element.scrollIntoView({ block }), at);
      await page.mouse.move(0, 0);
      await page.waitForTimeout(200);
      const path = join(PICTURES, `${scene.name}-${suffix}.png`);
      await page.screenshot({ path });
      const { size } = await stat(path);
      process.stdout.write(`${path.slice(ROOT.length)}: ${Math.round(size / 1024)} KiB\n`);
      if (size > MOST_BYTES) throw new Error(`${path} has more than ${MOST_BYTES} bytes.`);
      await context.close();
      await stage.close();
    }
  }
} finally {
  await browser.close();
}
process.exit(0);
