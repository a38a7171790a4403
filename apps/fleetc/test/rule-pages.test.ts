import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allRules } from '../src/rules/all-rules.ts';
import { formatRuleIndex, formatRuleMarkdown } from './support/rule-markdown.ts';

const folder = join(import.meta.dirname, '../../../docs/rules');

it.each([...allRules])('keeps the page of $code fresh', async (rule) => {
  await expect(await formatRuleMarkdown(rule)).toMatchFileSnapshot(join(folder, `${rule.code}.md`));
});

it('keeps the table of all rules fresh', async () => {
  await expect(formatRuleIndex(allRules)).toMatchFileSnapshot(join(folder, 'README.md'));
});

it('has no page of a rule that is gone', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(allRules.map(({ code }) => `${code}.md`).sort());
});
