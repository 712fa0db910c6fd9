import type { Locator, Page } from 'playwright-core';

/** What a person sees of the page and does on it. */

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: /^Message/ });
export const rows = (page: Page): Locator => page.getByRole('article');
export const lastRow = (page: Page): Locator => rows(page).last();

/** The bot's next message, to be taken before what brings it about. */
export async function nextAnswer(page: Page): Promise<Locator> {
  const answers = page.getByRole('article', { name: /^Attest/ });
  return answers.nth(await answers.count());
}

/** Types a line as with a keyboard, and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await composer(page).focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Chooses a command in the picker by its whole name and sends it without options. */
export async function slash(page: Page, name: string): Promise<void> {
  await composer(page).focus();
  await page.keyboard.type(`/${name}`);
  await page.getByRole('option', { name: new RegExp(`^/${name}\\b`) }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: /Add an option|Enter sends/ }).waitFor();
  await page.keyboard.press('Enter');
}

/** Becomes somebody else by the menu, on narrow windows by the drawer that it is in. */
export async function become(page: Page, title: string): Promise<void> {
  const drawer = page.getByRole('button', { name: 'Channels', exact: true });
  if (await drawer.isVisible()) await drawer.click();
  await page.getByRole('button', { name: /switch person/ }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(`· ${title}`) }).click();
  await page.locator('button.me', { hasText: `${title} · switch person` }).waitFor({ state: 'attached' });
}

/** Opens a message's menu and chooses in it. */
export async function chooseInMenu(page: Page, row: Locator, item: string): Promise<void> {
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
