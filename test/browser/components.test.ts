import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/local-discord.ts';
import { describeInBrowser } from './chromium.ts';
import { chooseInMenu, composer, lastRow, rows, say, slash } from './hands.ts';
import { type RehearsalBot, startRehearsalBot } from './rehearsal-bot.ts';
import { servePage } from './site.ts';

describeInBrowser('the page with another bot', ({ visit }) => {
  let discord: LocalDiscord;
  let bot: RehearsalBot;
  let address: string;
  beforeAll(async () => {
    discord = await startLocalDiscord();
    bot = await startRehearsalBot(discord);
    address = servePage(discord);
  });
  afterAll(async () => {
    await bot.stop();
    await discord.close();
  });

  it('opens a form, says what is missing in it, and sends what was filled in', async () => {
    const { page, complaints } = await visit(address);
    await slash(page, 'form');
    const dialog = page.getByRole('dialog', { name: 'File a note' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Noise at night');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('combobox').click();
    await dialog.getByRole('option', { name: 'Rumour' }).click();
    await dialog.getByRole('option', { name: 'Report' }).click();
    await dialog.getByRole('combobox').press('Escape');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Filed “Noise at night” under rumour and report.').waitFor();
    expect(await dialog.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('keeps a form open, with what was typed, where the bot does not answer it', async () => {
    const { page } = await visit(address);
    await slash(page, 'form');
    const dialog = page.getByRole('dialog', { name: 'File a note' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('nothing');
    await dialog.getByRole('combobox').click();
    await dialog.getByRole('option', { name: 'Report' }).click();
    await dialog.getByRole('combobox').press('Escape');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('Something went wrong. Try again.').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('nothing');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('sends the values of selects, chosen by keyboard or mouse', async () => {
    const { page } = await visit(address);
    const row = rows(page).nth(await rows(page).count());
    await slash(page, 'choose');
    await row.getByText('Choose:').waitFor();
    const fruit = row.getByRole('combobox', { name: 'Pick fruit' });
    await fruit.focus();
    for (const key of ['Enter', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter', 'Escape'])
      await page.keyboard.press(key);
    await row.getByText('fruit: apple and plum').waitFor();
    await row.getByRole('combobox', { name: 'Pick somebody' }).click();
    await row.getByRole('option', { name: 'Ada' }).click();
    await row.getByText(`who: ${discord.people.admin.id}`).waitFor();
    expect(bot.received.slice(-2)).toEqual([
      'select fruit apple+plum',
      `select who ${discord.people.admin.id}`,
    ]);
  });

  it('shows buttons that work, fail and lead elsewhere', async () => {
    const { page } = await visit(address);
    const row = rows(page).nth(await rows(page).count());
    await slash(page, 'choose');
    await row.getByText('Choose:').waitFor();
    expect(await row.getByRole('link', { name: 'Elsewhere' }).getAttribute('target')).toBe('_blank');
    await row.getByRole('button', { name: 'Dead' }).click();
    await row.getByText('This interaction failed').waitFor();
    await row.getByRole('button', { name: 'Press', exact: true }).click();
    await row.getByText('Pressed.').waitFor();
  });

  it('shows that the bot is thinking, and then its private answer', async () => {
    const { page } = await visit(address);
    await slash(page, 'slow');
    await page.getByText('is thinking…').waitFor();
    await lastRow(page).getByText('Thought about it.').waitFor();
    await lastRow(page).getByText('Only you can see this').waitFor();
    expect(await page.getByText('is thinking…').count()).toBe(0);
  });

  it('words a bot that does not respond as Discord does', async () => {
    const { page } = await visit(address);
    await slash(page, 'silent');
    await page.getByText('Sending command…').waitFor();
    await page.getByText('The application did not respond').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).last().click();
    expect(await page.getByText('The application did not respond').count()).toBe(0);
  });

  it('draws fields, lists, code, spoilers and dates, and fetches nothing for them', async () => {
    const { page, complaints } = await visit(address);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) elsewhere.push(request.url());
    });
    await slash(page, 'fields');
    const embed = lastRow(page).locator('discord-embed');
    await embed.getByText('A title with 123456789012345678').waitFor();
    await embed.getByRole('heading', { name: 'Heading' }).waitFor();
    await embed.getByText('code <b>not bold</b>').waitFor();
    await embed.getByText('1 January 1970').or(embed.getByText('January 1, 1970')).waitFor();
    const boxes = await embed
      .locator('discord-embed-field')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => ({ x, y })));
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect(boxes[2]?.y).toBeGreaterThan(boxes[1]?.y ?? 0);
    const spoiler = embed.getByRole('button', { name: 'Spoiler' });
    await spoiler.click();
    await embed.getByText('hidden').waitFor();
    expect([...elsewhere, ...complaints]).toEqual([]);
  });

  it('fills in subcommands with options of all kinds by the mouse alone', async () => {
    const { page } = await visit(address);
    await composer(page).click();
    await page.keyboard.type('/con');
    await page.getByRole('option', { name: '/config set' }).click();
    await page.getByRole('option', { name: 'Rough sea' }).click();
    await page.getByRole('combobox', { name: 'Add an option' }).click();
    await page.getByRole('option', { name: 'loud' }).click();
    await page.getByRole('option', { name: 'True' }).click();
    await page.getByRole('option', { name: 'who' }).click();
    await page.getByRole('option', { name: '@Samir' }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await lastRow(page).getByText('"value":"rough"').waitFor();
    const text = await lastRow(page).textContent();
    expect(text).toContain('"value":true');
    expect(text).toContain(discord.people.secondMember.id);
  });

  it('refuses a choice that is none and a number that is none, in the composer', async () => {
    const { page } = await visit(address);
    await composer(page).focus();
    await page.keyboard.type('/config set stormy');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('This option is invalid').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await composer(page).inputValue()).toBe('');
  });

  it('uses a message command on what somebody wrote', async () => {
    const { page } = await visit(address);
    await say(page, 'seven letters');
    const message = page.getByRole('article').filter({ hasText: 'seven letters' }).first();
    await message.waitFor();
    await chooseInMenu(page, message, 'Count letters');
    await lastRow(page).getByText('13 letters').waitFor();
  });
});
