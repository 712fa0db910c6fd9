import { expect, it } from 'vitest';
import { startLocalDiscord } from '../../src/local-discord/local-discord.ts';
import { describeInBrowser } from './chromium.ts';
import { become, composer, lastRow, rows, say } from './hands.ts';
import { startRehearsalBot } from './rehearsal-bot.ts';
import { servePage } from './site.ts';

const LOST = 'The connection is lost. Reconnecting';

describeInBrowser('a lost connection', ({ visit }) => {
  it('is told, keeps what was typed and who one is, and comes back by itself with the server', async () => {
    const first = await startLocalDiscord();
    const { page } = await visit(servePage(first));
    await become(page, 'Admin');
    await page.getByRole('button', { name: 'admins-only' }).click();
    await say(page, 'before');
    await lastRow(page).getByText('before').waitFor();
    await page.keyboard.type('half a sentence');
    await first.close();
    await page.getByText(LOST).waitFor();
    await page.keyboard.type(', and the rest');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Not connected').waitFor();

    const second = await startLocalDiscord({ port: first.port });
    servePage(second);
    second.as(second.people.admin).say(second.channels.adminsOnly, 'meanwhile');
    await lastRow(page).getByText('meanwhile').waitFor();
    expect(await page.getByText(LOST).count()).toBe(0);
    expect(await rows(page).count()).toBe(1);
    expect(await composer(page).inputValue()).toBe('half a sentence, and the rest');
    await composer(page).press('Enter');
    await lastRow(page).getByText('half a sentence, and the rest').waitFor();
    expect(second.messages(second.channels.adminsOnly)).toHaveLength(2);
    await second.close();
  });

  it('keeps a slash command that is being filled in', async () => {
    const first = await startLocalDiscord();
    const firstBot = await startRehearsalBot(first);
    const { page } = await visit(servePage(first));
    await composer(page).focus();
    await page.keyboard.type('/text kept ');
    const words = page.getByRole('combobox', { name: /^words/ });
    await expect.poll(() => words.inputValue()).toBe('kept ');
    await firstBot.stop();
    await first.close();
    await page.getByText(LOST).waitFor();
    const second = await startLocalDiscord({ port: first.port });
    const secondBot = await startRehearsalBot(second);
    servePage(second);
    await page.getByText(LOST).waitFor({ state: 'detached' });
    expect(await words.inputValue()).toBe('kept ');
    await words.press('Enter');
    await lastRow(page).locator('.text').getByText('kept').first().waitFor();
    await secondBot.stop();
    await second.close();
  });

  it('of the bot alone shows it offline, and its commands stay', async () => {
    const discord = await startLocalDiscord();
    const bot = await startRehearsalBot(discord);
    const { page } = await visit(servePage(discord));
    await page
      .getByRole('complementary', { name: 'Members' })
      .getByRole('heading', { name: 'App' })
      .waitFor();
    await bot.stop();
    await page.getByRole('heading', { name: 'Offline' }).waitFor();
    await discord.close();
  });
});
