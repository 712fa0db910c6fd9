import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it, onTestFinished } from 'vitest';

const { CHROMIUM_PATH = '', CI = '' } = process.env;

const PLACES = [
  CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where a Chromium is on this machine; undefined where none is found. */
export const CHROMIUM = PLACES.find((place) => place !== '' && existsSync(place));

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('No Chromium was found.');
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: ARGUMENTS });
}

/** A page in a browser, with all that it complained of. */
export interface Visit {
  readonly page: Page;
  /** Errors of scripts, and what the console calls one: a breach of the content security policy is. */
  readonly complaints: readonly string[];
}

export interface Visiting {
  visit(address: string, options?: BrowserContextOptions): Promise<Visit>;
}

/**
 * Tests in a real browser. Where there is none they are skipped with a word, and on CI they fail, so that nobody
 * takes skipped tests for passed ones.
 */
export function describeInBrowser(name: string, tests: (visiting: Visiting) => void): void {
  if (CHROMIUM === undefined && CI === '') {
    describe.skip(`${name} (skipped: no Chromium was found; set CHROMIUM_PATH to one)`, () => {
      it('needs a Chromium', () => {});
    });
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser?.close());
    tests({
      async visit(address, options) {
        if (browser === undefined) throw new Error('The browser has not started.');
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
        const page = await context.newPage();
        page.setDefaultTimeout(10_000);
        const complaints: string[] = [];
        onTestFinished(async ({ task }) => {
          if (task.result?.state === 'fail') {
            const name = task.name.replace(/\W+/g, '-').slice(0, 60);
            const picture = join(tmpdir(), `attest-${task.id}-${name}.png`);
            await page.screenshot({ path: picture });
            console.error(`What the page looked like: ${picture}`);
          }
          await context.close();
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
        await page.goto(address);
        await page.getByRole('textbox', { name: /^Message/ }).waitFor();
        return { page, complaints };
      },
    });
  });
}
