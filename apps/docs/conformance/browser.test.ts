import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findOverflow, isWithout, narrow, useSession } from '../test/browser-session.ts';

const session = useSession();

/** Types a query, as a reader who has no mouse, and returns what is found. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.keyboard.press('/');
  await page.keyboard.insertText(query);
  await page.waitForSelector('#Hits [role=option]');
  return page.locator('#Hits a').evaluateAll((links) => links.map((link) => String(link)));
}

it.skipIf(isWithout)('opens a diagnostic from its code, by keyboard alone', async () => {
  const page = await session.open('');
  const [first] = await search(page, 'flc4301');
  expect(first).toBe(`${session.server.url}rules/FLC4301/index.html`);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/rules/FLC4301/index.html');
  expect(await page.locator('h1').textContent()).toMatch(/^FLC4301 /);
});

it.skipIf(isWithout)('finds the section that a word is in, and moves among the hits', async () => {
  const page = await session.open('rules/FLC4301/');
  const hits = await search(page, 'registry proxy');
  expect(hits).toContain(`${session.server.url}guides/registry-proxy/index.html`);
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('[aria-selected=true]').getAttribute('id')).toBe('hit-1');
  await page.keyboard.press('Escape');
  expect(await page.locator('#Hits').isVisible()).toBe(false);
});

it.skipIf(isWithout)('leaves the text where it is while a query is typed', async () => {
  const field = 'field:pools.NAME.autoscale.scaleDownDelay';
  const page = await session.open(`reference/#${field}`);
  const place = () =>
    page.evaluate(`document.getElementById('${field}').getBoundingClientRect().top`);
  const before = await place();
  await search(page, 'scale');
  await page.keyboard.type(' down');
  expect(before).toBeCloseTo(64, 0);
  expect(await place()).toBe(before);
});

it.skipIf(isWithout)('finds Chinese text, and leads from one language to the other', async () => {
  const page = await session.open('zh/first-runner/');
  const hits = await search(page, '自托管');
  expect(hits.some((url) => url.startsWith(`${session.server.url}zh/`))).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL('**/guides/first-runner/index.html');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

it.skipIf(isWithout)(
  'fits every kind of page into a narrow window, dark where that is wanted',
  async () => {
    const page = await session.open('', narrow);
    const kinds = ['', 'guides/organizations/', 'reference/', 'rules/', 'rules/FLC4301/', 'zh/'];
    const overflows: (string | undefined)[] = [];
    for (const kind of [...kinds, 'files/examples/tutorial/expected/plain/']) {
      await page.goto(`${session.server.url}${kind}`);
      overflows.push(await findOverflow(page));
    }
    expect(overflows.filter(Boolean)).toEqual([]);
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe('rgb(13, 17, 23)');
  },
);

it.skipIf(isWithout)('gives the browser nothing to complain of', () => {
  expect(session.complaints).toEqual([]);
});
