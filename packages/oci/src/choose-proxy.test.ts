import { expect, it } from 'vitest';
import { chooseProxy } from './choose-proxy.ts';

const proxy = 'http://proxy.test:3128';
const choose = (url: string, environment: Record<string, string>) =>
  chooseProxy(new URL(url), environment)?.href;

it('takes the variable of the scheme, in lower case first', () => {
  expect(choose('https://r.test', { HTTPS_PROXY: proxy })).toBe(`${proxy}/`);
  expect(choose('https://r.test', { HTTPS_PROXY: proxy, https_proxy: 'http://low.test' })).toBe(
    'http://low.test/',
  );
  expect(choose('https://r.test', { HTTPS_PROXY: proxy, https_proxy: '' })).toBe(`${proxy}/`);
  expect(choose('https://r.test', { HTTP_PROXY: proxy })).toBeUndefined();
  expect(choose('http://r.test', { HTTP_PROXY: proxy })).toBe(`${proxy}/`);
  expect(choose('https://r.test', { HTTPS_PROXY: 'proxy.test:3128' })).toBe(`${proxy}/`);
  expect(choose('https://r.test', {})).toBeUndefined();
});

it.each([
  'https://localhost:5000',
  'https://127.0.0.1',
  'https://127.8.0.1:1',
  'https://[::1]:5000',
])('reaches %s directly, whatever the variables say', (url) => {
  expect(choose(url, { HTTPS_PROXY: proxy })).toBeUndefined();
});

it.each<[string, string, boolean]>([
  ['r.test', 'https://r.test', true],
  ['r.test', 'https://a.r.test', true],
  ['r.test', 'https://bar.test', false],
  ['.r.test', 'https://a.r.test', true],
  ['*.r.test', 'https://a.r.test', true],
  ['R.TEST', 'https://r.test', true],
  ['a,r.test', 'https://r.test', true],
  ['a r.test', 'https://r.test', true],
  ['r.test:443', 'https://r.test', true],
  ['r.test:5000', 'https://r.test', false],
  ['r.test:5000', 'https://r.test:5000', true],
  ['*', 'https://r.test', true],
  ['10.0.0.0/8', 'https://10.1.2.3', true],
  ['10.0.0.0/8', 'https://11.1.2.3', false],
  ['10.0.0.0/99', 'https://10.1.2.3', false],
  ['10.1.2.3', 'https://10.1.2.3:5000', true],
  ['10.1.2.3:5000', 'https://10.1.2.3:5000', true],
  ['fd00::/8', 'https://[fd00::1]', true],
  ['[fd00::1]:5000', 'https://[fd00::1]:5000', true],
  ['fd00::/8', 'https://10.1.2.3', false],
  ['', 'https://r.test', false],
])('with NO_PROXY %j, a direct way to %s is %s', (exceptions, url, isDirect) => {
  const chosen = choose(url, { HTTPS_PROXY: proxy, NO_PROXY: exceptions });
  expect(chosen === undefined).toBe(isDirect);
});
