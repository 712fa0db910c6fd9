import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { libraryOf } from '../../src/library.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/local-discord.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { describeInBrowser } from './chromium.ts';
import { become, composer, lastRow, say, slash } from './hands.ts';
import { type RehearsalBot, startRehearsalBot } from './rehearsal-bot.ts';
import { servePage } from './site.ts';

const LOOKS = [
  { name: 'dark and wide', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light and wide', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark and narrow', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { name: 'light and narrow', colorScheme: 'light', viewport: { width: 360, height: 740 } },
] as const;

/** What axe finds, briefly: the rule and where. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: page as never }).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

/** Nothing stands out at the side. */
async function fits(page: Page): Promise<boolean> {
  return Boolean(
    await page.evaluate(
      'document.documentElement.scrollWidth <= innerWidth && document.querySelector(".scroller").scrollWidth <= document.querySelector(".scroller").clientWidth',
    ),
  );
}

describeInBrowser('accessibility', ({ visit }) => {
  let stage: Stage;
  let attest: string;
  let discord: LocalDiscord;
  let bot: RehearsalBot;
  let other: string;
  beforeAll(async () => {
    stage = await openStage();
    attest = servePage(stage.discord, libraryOf(stage.app));
    discord = await startLocalDiscord();
    bot = await startRehearsalBot(discord);
    other = servePage(discord);
  });
  afterAll(async () => {
    await stage.close();
    await bot.stop();
    await discord.close();
  });

  it.each(LOOKS)('has no violation in answers, lists, menus and panels: $name', async ({ name, ...look }) => {
    const { page } = await visit(attest, look);
    const narrow = look.viewport.width < 768;
    expect(await violations(page), 'empty channel').toEqual([]);
    await slash(page, 'casualties');
    await page.getByRole('button', { name: 'Next' }).last().waitFor();
    await say(page, '@Attest what did the moon say');
    await lastRow(page).getByText('The articles do not say').waitFor();
    expect(await violations(page), 'answers').toEqual([]);
    expect(await fits(page), name).toBe(true);
    await page.keyboard.type('/');
    await page.getByRole('option').first().waitFor();
    expect(await violations(page), 'commands').toEqual([]);
    await page.keyboard.type('ask who');
    await page.getByRole('option').first().waitFor();
    expect(await violations(page), 'suggestions').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await lastRow(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    expect(await violations(page), 'message menu').toEqual([]);
    await page.keyboard.press('Escape');
    for (const panel of ['Articles', 'Traffic']) {
      await page.getByRole('button', { name: panel, exact: true }).click();
      await page
        .getByRole('complementary', { name: panel })
        .locator('details')
        .first()
        .locator('summary')
        .click();
      expect(await violations(page), panel).toEqual([]);
      await page.getByRole('button', { name: `Close ${panel}` }).click();
    }
    if (narrow) {
      await page.getByRole('button', { name: 'Channels' }).click();
      await page.getByRole('navigation').waitFor();
      await page.waitForTimeout(250);
      expect(await violations(page), 'drawer').toEqual([]);
    }
    await page.getByRole('button', { name: /switch person/ }).click();
    expect(await violations(page), 'people').toEqual([]);
    await page.keyboard.press('Escape');
  });

  it.each([LOOKS[0], LOOKS[3]])(
    'has no violation in forms, selects and failures: $name',
    async ({ name, ...look }) => {
      const { page } = await visit(other, look);
      await slash(page, 'fields');
      await slash(page, 'choose');
      await lastRow(page).getByRole('combobox', { name: 'Pick fruit' }).click();
      expect(await violations(page), 'select').toEqual([]);
      await page.keyboard.press('Escape');
      await slash(page, 'silent');
      await slash(page, 'slow');
      await page.getByText('is thinking…').waitFor();
      expect(await violations(page), 'thinking').toEqual([]);
      await page.getByText('The application did not respond').waitFor();
      expect(await violations(page), 'failure').toEqual([]);
      expect(await fits(page), name).toBe(true);
      await slash(page, 'form');
      await page.getByRole('dialog').waitFor();
      expect(await violations(page), 'form').toEqual([]);
      await page.keyboard.press('Escape');
      await composer(page).focus();
      await page.keyboard.type('/text');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByText('This option is required').waitFor();
      expect(await violations(page), 'missing option').toEqual([]);
    },
  );

  it('announces new messages politely, and edits with them', async () => {
    const { page } = await visit(attest);
    const log = page.getByRole('log', { name: 'Messages in general' });
    expect(await log.getAttribute('aria-live')).toBe('polite');
    stage.other.directMessage('not for this page');
    stage.other.say(stage.general, 'a new message');
    await log.getByText('a new message').waitFor();
  });

  it('goes through messages by arrows, back to the composer by Escape, and between channels by Tab', async () => {
    const { page } = await visit(attest);
    await become(page, 'Admin');
    stage.admin.say(stage.general, 'the first of two');
    stage.admin.say(stage.general, 'the second of two');
    await lastRow(page).getByText('the second of two').waitFor();
    await composer(page).focus();
    await page.keyboard.press('Shift+Tab');
    for (let step = 0; step < 8 && (await focused(page)) !== 'article'; step++)
      await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('article');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('the first of two');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
  });
});

function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.getAttribute("role")');
}
