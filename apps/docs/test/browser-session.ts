import { join } from 'node:path';
import process from 'node:process';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { type Server, serve } from './serve.ts';

const executablePath = findChromium();
const isRequired = process.env['FLEETC_REQUIRE_TOOLS'] === '1';

/** Whether tests that need a browser are left out: there is none, and nobody requires it. */
export const isWithout = executablePath === undefined && !isRequired;

/** Says what is missing, because a line of a skipped test does not. */
function reportMissing(): void {
  if (!isWithout) return;
  const reason = 'there is no chromium on the PATH nor in FLEETC_CHROMIUM';
  process.stderr.write(`Pages are not tried in a browser: ${reason}\n`);
}

/** A browser and the built site, served below a path. */
export interface Session {
  readonly server: Server;
  /** What the browser has complained of, over all pages. */
  readonly complaints: readonly string[];
  /** A window at a page of the site. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** One session for all tests of a file; what is asked of it before they run has no answer yet. */
export function useSession(): Session {
  const held = {} as { session?: Session };
  reportMissing();
  beforeAll(async () => {
    const session = await startSession();
    if (session) held.session = session;
  });
  afterAll(() => held.session?.close());
  return {
    get server() {
      return held.session!.server;
    },
    get complaints() {
      return held.session!.complaints;
    },
    open: (path, options) => held.session!.open(path, options),
    close: () => held.session!.close(),
  };
}

/** Starts a browser where there is one. */
async function startSession(): Promise<Session | undefined> {
  if (isWithout) return undefined;
  const server = await serve(join(import.meta.dirname, '../dist'), '/some/where/');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: executablePath ?? 'chromium', args });
  const complaints: string[] = [];
  return {
    server,
    complaints,
    open: async (path, options = {}) => {
      const page = await openWindow(browser, options);
      listen(page, server, complaints);
      await page.goto(`${server.url}${path}`);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function openWindow(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}

function listen(page: Page, server: Server, complaints: string[]): void {
  const complain = (text: string) => complaints.push(`${page.url()}: ${text}`);
  page.on('console', (message) => complain(message.text()));
  page.on('pageerror', (error) => complain(error.message));
  page.on('requestfailed', (request) => {
    // Leaving a page stops what it still loads.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') complain(`${request.url()} failed: ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complain(`${response.url()} ${response.status()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) complain(`asks ${request.url()}`);
  });
}

/** What makes a page wider than a window of 400 pixels, or nothing. */
export async function findOverflow(page: Page): Promise<string | undefined> {
  const width = await page.evaluate('document.documentElement.scrollWidth');
  return width === 400 ? undefined : `${page.url()} is ${String(width)} wide`;
}

/** A narrow window in the dark. */
export const narrow: BrowserContextOptions = {
  viewport: { width: 400, height: 800 },
  colorScheme: 'dark',
};
