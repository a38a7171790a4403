import { expect, it } from 'vitest';
import { isExternal, linkTo, resolvePath, toUrl } from './paths.ts';

it('resolves links as a forge does', () => {
  expect(resolvePath('b.md#x', 'docs/a.md')).toEqual({ path: 'docs/b.md', anchor: 'x' });
  expect(resolvePath('../README.md', 'docs/a.md')).toEqual({ path: 'README.md' });
  expect(resolvePath('#%E6%A3%80', 'docs/a.md')).toEqual({ path: 'docs/a.md', anchor: '检' });
  expect(resolvePath('./c/', 'a.md')).toEqual({ path: 'c' });
  expect(resolvePath('../../x', 'docs/a.md')).toEqual({ path: '../x' });
});

it('knows links that leave the repository', () => {
  expect(['https://x', 'mailto:x', 'a.md', '#a', 'a/b:c'].map(isExternal)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

it('gives each page a folder', () => {
  const paths = ['README.md', 'docs/cli.md', 'docs/rules/README.md', 'docs/rules/FLC1001.md'];
  expect(paths.map(toUrl)).toEqual(['', 'cli/', 'rules/', 'rules/FLC1001/']);
  expect(toUrl('examples/x/README.md')).toBe('examples/x/');
});

it('links relatively, to a file that exists on a disk', () => {
  expect(linkTo('cli/', '')).toBe('cli/index.html');
  expect(linkTo('', 'rules/FLC1001/')).toBe('../../index.html');
  expect(linkTo('assets/text.css', 'cli/')).toBe('../assets/text.css');
});
