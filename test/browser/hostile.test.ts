import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/local-discord.ts';
import { describeInBrowser } from './chromium.ts';
import { composer, lastRow, say } from './hands.ts';
import { servePage } from './site.ts';

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['a script', '<script>window.hacked = 1</script>'],
  ['a picture that cannot load', '<img src=x onerror="window.hacked = 1">'],
  ['a link that is a script', '[press me](javascript:window.hacked=1) javascript:window.hacked=1'],
  ['markup within marks', '**<b onclick="hacked=1">bold</b>** ||<svg/onload=hacked=1>|| `</code><i>`'],
  ['a code block that closes the page', '```html\n</pre></div></main><style>body{display:none}</style>\n```'],
  ['marks that turn the direction', '\u202egnp.exe\u202c \u2067right to left\u2069 שלום مرحبا \u200f'],
  ['marks that never close', `${'[('.repeat(400)}${'**_~~||`'.repeat(100)}`],
  ['templates of the page’s own', '$' + '{alert(1)} <!--?lit$--> {{constructor.constructor("hacked=1")()}}'],
];

describeInBrowser('hostile text', ({ visit }) => {
  let discord: LocalDiscord;
  let address: string;
  beforeAll(async () => {
    discord = await startLocalDiscord();
    address = servePage(discord, {
      overview: () => ({
        title: '<img src=x onerror=hacked=1>',
        indexedAt: new Date(0).toISOString(),
        articles: [
          {
            id: 'long',
            title: `<script>hacked=1</script>${'W'.repeat(100_000)}`,
            publisher: '\u202eevil',
            published: '2031-03-14',
            url: 'https://example.org/"><script>',
            passages: 1,
            form: 'full',
            retracted: null,
          },
        ],
        problems: [{ severity: 'error', where: '<b>:1', message: '<script>hacked=1</script>' }],
      }),
      passages: () => [`<script>hacked=1</script> ${'x '.repeat(50_000)}`],
      onChange: () => () => {},
    });
  });
  afterAll(() => discord.close());

  it.each(HOSTILE)('is drawn as text: %s', async (_name, text) => {
    const { page, complaints } = await visit(address);
    discord.as(discord.people.secondMember).say(discord.channels.general, text);
    const row = lastRow(page);
    await row.waitFor();
    await page.waitForTimeout(100);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await row.locator('script, img[onerror], [onclick], [onload], style').count()).toBe(0);
    expect(await row.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await composer(page).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('keeps the direction of a name or text from turning what stands beside it', async () => {
    const { page } = await visit(address);
    discord.as(discord.people.secondMember).say(discord.channels.general, '\u202eabc');
    await lastRow(page).locator('.text').getByText('abc').waitFor();
    const isolation = await lastRow(page)
      .locator('.text')
      .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).unicodeBidi);
    expect(isolation).toMatch(/isolate|plaintext/);
  });

  it('of 100,000 characters is refused with Discord’s error, and stays where it was typed', async () => {
    const { page } = await visit(address);
    const long = 'a'.repeat(100_000);
    await composer(page).fill(long);
    await composer(page).press('Enter');
    await page.getByRole('alert').getByText('Invalid Form Body: Must be 2000 or fewer in length.').waitFor();
    expect((await composer(page).inputValue()).length).toBe(100_000);
    await composer(page).fill('');
    await say(page, 'short again');
    await lastRow(page).getByText('short again').waitFor();
  });

  it('of articles is drawn as text in the panel, however long', async () => {
    const { page, complaints } = await visit(address);
    await page.getByRole('button', { name: 'Articles' }).click();
    const panel = page.getByRole('complementary', { name: 'Articles' });
    await panel.locator('details.article summary').click();
    await panel.getByRole('listitem').filter({ hasText: '<script>hacked=1</script> x x' }).waitFor();
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    const widths = await panel.evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect(widths[0]).toBeLessThanOrEqual((widths[1] ?? 0) + 1);
    expect(complaints).toEqual([]);
  });
});
