import { expect, it } from 'vitest';
import { createSearch, type SearchEntry } from './search.ts';

const entries: SearchEntry[] = [
  ['rules/', 'Findings', 'Findings', 'FLC4102 and all others'],
  ['rules/FLC4102/', 'FLC4102 app-for-several-owners', 'FLC4102 app-for-several-owners', 'an App'],
  ['rules/FLC4101/', 'FLC4101 app-at-enterprise', 'FLC4101 app-at-enterprise', 'an App'],
  ['guides/autoscaling/#busy', 'Busy runners', 'Autoscaling', 'as many as there are jobs'],
  ['zh/first-runner/#检查', '检查', '五分钟跑起第一个 runner', '拼写错误会给出所在行'],
];
const search = createSearch(entries);
const urls = (query: string) => search(query, 10).map(({ url }) => url);

it('finds a diagnostic by its code before what mentions it', () => {
  expect(urls('flc4102')).toEqual(['rules/FLC4102/', 'rules/']);
});

it('finds diagnostics in their order by the start of a code', () => {
  expect(urls('FLC41')).toEqual(['rules/FLC4101/', 'rules/FLC4102/', 'rules/']);
});

it('finds a section by the start of a word, and by a word with a typing error', () => {
  expect(urls('autosc')).toEqual(['guides/autoscaling/#busy']);
  expect(urls('autoscalnig')).toEqual(['guides/autoscaling/#busy']);
});

it('finds sections with all words first, and with some where none has all', () => {
  expect(urls('busy jobs')).toEqual(['guides/autoscaling/#busy']);
  expect(urls('busy nothing')).toEqual(['guides/autoscaling/#busy']);
});

it('finds Chinese text by a part of it', () => {
  expect(urls('拼写')).toEqual(['zh/first-runner/#检查']);
  expect(urls('镜像')).toEqual([]);
});
