import { expect, it } from 'vitest';
import { findOverflow, isWithout, narrow, useSession } from '../test/browser-session.ts';
import { site } from '../test/repository.ts';

const session = useSession();

it.skipIf(isWithout)(
  'shows every page in a narrow window, and the browser complains of none',
  async () => {
    const page = await session.open('', narrow);
    const overflows: (string | undefined)[] = [];
    for (const { url } of site.pages) {
      await page.goto(`${session.server.url}${url}`);
      overflows.push(await findOverflow(page));
    }
    expect(overflows.filter(Boolean)).toEqual([]);
    expect(session.complaints).toEqual([]);
  },
);

it.skipIf(isWithout)('copies the commands of a console without their output', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await session.open('guides/first-runner/', { permissions });
  const block = page.locator('figure', { hasText: 'fleetc init' }).first();
  await block.getByRole('button').click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('fleetc init\n');
});

it.skipIf(isWithout)('can be read without a script', async () => {
  const page = await session.open('rules/', { javaScriptEnabled: false });
  expect(await page.locator('header search').isVisible()).toBe(false);
  await page.getByRole('link', { name: 'FLC4301' }).first().click();
  await page.waitForURL('**/rules/FLC4301/index.html');
});
