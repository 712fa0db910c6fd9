import { afterAll, beforeAll, expect, it } from 'vitest';
import { libraryOf } from '../../src/library.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { describeInBrowser } from './chromium.ts';
import { become, chooseInMenu, composer, lastRow, nextAnswer, rows, say, slash } from './hands.ts';
import { servePage } from './site.ts';

describeInBrowser('the page with the real bot', ({ visit }) => {
  let stage: Stage;
  let address: string;
  beforeAll(async () => {
    stage = await openStage({ policy: { adminRoleIds: [], adminUserIds: ['100000000000000001'] } });
    address = servePage(stage.discord, libraryOf(stage.app));
  });
  afterAll(() => stage.close());

  it('fills in a slash command with suggestions of the bot, by the keyboard alone', async () => {
    const { page, complaints } = await visit(address);
    await expect.poll(() => composer(page).evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.type('/as');
    await page.getByRole('option', { name: /^\/ask/ }).waitFor();
    await page.keyboard.press('Tab');
    const question = page.getByRole('combobox', { name: /^question/ });
    await expect.poll(() => question.evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.type('how many were injured');
    await page.keyboard.press('Tab');
    await page.keyboard.type('pub');
    await page.keyboard.press('Tab');
    const publisher = page.getByRole('combobox', { name: /^publisher/ });
    await expect.poll(() => publisher.evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.type('cour');
    await page.getByRole('option', { name: 'Harbour Courier' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await publisher.inputValue()).toBe('Harbour Courier');
    const answer = await nextAnswer(page);
    await page.keyboard.press('Enter');
    await answer.getByText('Harbour Courier').first().waitFor();
    expect(await answer.textContent()).not.toContain('Quay Gazette');
    expect(complaints).toEqual([]);
  });

  it('says which required option is missing, and sends nothing', async () => {
    const { page } = await visit(address);
    const before = await rows(page).count();
    await composer(page).focus();
    await page.keyboard.type('/ask');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: /^question/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('This option is required').waitFor();
    expect(await rows(page).count()).toBe(before);
  });

  it('answers a mention that was completed from its first letters, and opens links in another tab', async () => {
    const { page } = await visit(address);
    await composer(page).focus();
    await page.keyboard.type('@Att');
    await page.getByRole('option', { name: '@Attest' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await composer(page).inputValue()).toBe('@Attest ');
    await page.keyboard.type('how many people were injured');
    const answer = await nextAnswer(page);
    await page.keyboard.press('Enter');
    await answer.getByText('@Attest how many people were injured').waitFor();
    const link = answer.locator('discord-embed a[href^="https://"]').first();
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await answer.locator('strong').count()).toBeGreaterThan(0);
  });

  it('turns pages in place', async () => {
    const { page } = await visit(address);
    const answer = await nextAnswer(page);
    await slash(page, 'casualties');
    const next = answer.getByRole('button', { name: 'Next' });
    await answer.getByRole('button', { name: /^1 of/ }).waitFor();
    const count = await rows(page).count();
    expect(await answer.getByRole('button', { name: 'Previous' }).isDisabled()).toBe(true);
    await next.click();
    await answer.getByRole('button', { name: /^2 of/ }).waitFor();
    await answer.getByText('(edited)').waitFor();
    expect(await rows(page).count()).toBe(count);
  });

  it('replies to a message, and uses a message command of the bot on one', async () => {
    const { page } = await visit(address);
    await say(page, 'were two cyclists hurt on the ramp');
    const message = page.getByRole('article').filter({ hasText: 'were two cyclists hurt' }).first();
    await message.waitFor();
    await chooseInMenu(page, message, 'Reply');
    await page.getByText('Replying to').waitFor();
    await say(page, 'I wonder too');
    await lastRow(page).locator('discord-reply').getByText('were two cyclists').waitFor();
    const answer = await nextAnswer(page);
    await chooseInMenu(page, message, 'Ask the articles');
    await answer.locator('discord-command').getByText('Ask the articles').waitFor();
  });

  it('takes every direct message as a question', async () => {
    const { page } = await visit(address);
    await page.getByRole('navigation').getByRole('button', { name: 'Attest' }).click();
    const answer = await nextAnswer(page);
    await say(page, 'who said that two people were killed?');
    await answer.getByText('Quay Gazette').first().waitFor();
  });

  it('shows a refusal to the member alone, and lets it be dismissed', async () => {
    const { page } = await visit(address);
    const other = await visit(address);
    await become(other.page, 'Another member');
    await slash(page, 'reindex');
    const refusal = page.getByRole('article').filter({ hasText: 'Only you can see this' }).last();
    await refusal.waitFor();
    expect(await other.page.getByText('Only you can see this').count()).toBe(0);
    await refusal.getByRole('button', { name: 'Dismiss message' }).click();
    await refusal.waitFor({ state: 'detached' });
  });

  it('reads the articles again for an admin, with progress, and shows what the index knows then', async () => {
    const { page, complaints } = await visit(address);
    await become(page, 'Admin');
    await page.getByRole('button', { name: 'Articles' }).click();
    const panel = page.getByRole('complementary', { name: 'Articles' });
    await panel.getByText('5 articles by 4 publishers').waitFor();
    await panel.getByText('Retracted: The paper could not confirm any of it.').waitFor();
    await stage.newsroom.write(
      'articles/new-report.md',
      '---\ntitle: <b>New</b> report\npublisher: Night Post\npublished: 2031-03-16\ncolour: red\n---\n\nThe <i>ramp</i> is open again.\n',
    );
    await slash(page, 'reindex');
    await page.getByText('The articles were read again').waitFor();
    await panel.getByText('6 articles by 5 publishers').waitFor();
    await panel.getByText('1 problem').waitFor();
    await panel.getByText('<b>New</b> report').click();
    await panel.getByRole('listitem').getByText('ramp is open again').waitFor();
    await panel.getByText('<b>New</b> report').click();
    expect(complaints).toEqual([]);
    await stage.newsroom.remove('articles/new-report.md');
  });

  it('shows the traffic with the times of each interaction, once one asks for it', async () => {
    const { page } = await visit(address);
    expect(await page.getByRole('complementary', { name: 'Traffic' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Traffic' }).click();
    const panel = page.getByRole('complementary', { name: 'Traffic' });
    await slash(page, 'sources');
    const entry = panel.locator('details.interaction').filter({ hasText: 'sources' }).first();
    await entry.waitFor();
    expect(await entry.textContent()).toMatch(/acknowledged\s*[\d.]+ ms\s*answered\s*[\d.]+ ms/);
    await entry.locator('summary').click();
    expect(await entry.locator('pre').textContent()).toContain('"name": "sources"');
    await panel.getByText('REST', { exact: true }).first().click();
    await panel.getByText('/callback').first().waitFor();
    expect(await panel.textContent()).not.toContain(stage.discord.token);
  });

  it('keeps the newest in sight, except for whoever has scrolled up', async () => {
    const { page } = await visit(address);
    const end = () =>
      page.evaluate(
        '(() => { const s = document.querySelector(".scroller"); return s.scrollHeight - s.scrollTop - s.clientHeight; })()',
      );
    for (let count = 0; count < 3; count++) await slash(page, 'casualties');
    await expect.poll(end).toBeLessThan(2);
    await page.getByRole('button', { name: 'Articles' }).click();
    await page.getByRole('complementary', { name: 'Articles' }).waitFor();
    await expect.poll(end).toBeLessThan(2);
    await page.getByRole('log').hover();
    await page.mouse.wheel(0, -900);
    await expect.poll(end).toBeGreaterThan(400);
    stage.other.say(stage.general, 'below the window');
    await page.getByText('below the window').waitFor();
    expect(await end()).toBeGreaterThan(400);
  });

  it('shows the admins’ channel to admins alone', async () => {
    const { page } = await visit(address);
    const channel = page.getByRole('button', { name: 'admins-only' });
    expect(await channel.count()).toBe(0);
    await become(page, 'Admin');
    await channel.click();
    await say(page, 'for us alone');
    await lastRow(page).getByText('for us alone').waitFor();
    await become(page, 'Member');
    expect(await channel.count()).toBe(0);
    expect(await page.getByText('for us alone').count()).toBe(0);
  });
});
