import { expect, it } from 'vitest';
import type { Repository } from '../site/repository.ts';
import { checkLinks } from './check-links.ts';

const files: Readonly<Record<string, string>> = {
  'docs/b.md': '# B\n\n## 检查 it\n',
  'docs/rules/README.md': '# Findings\n',
  'schemas/x.json': '{}',
};
const repository = (text: string): Repository => ({
  read: (path) => ({ ...files, 'docs/a.md': text })[path]!,
  kindOf: (path) => {
    if (path in files || path === 'docs/a.md') return 'file';
    return Object.keys(files).some((file) => file.startsWith(`${path}/`)) ? 'folder' : undefined;
  },
  list: () => [],
});
const check = (text: string) => checkLinks(['docs/a.md'], repository(text));

it('accepts pages, anchors, folders, files and other sites', () => {
  const links = ['b.md#检查-it', '#a', 'rules', 'rules#findings', '../schemas/x.json'];
  const text = [...links, 'https://example.com/#x'].map((link) => `[x](${link})\n`).join('');
  expect(check(`# A\n\n${text}`)).toEqual([]);
});

it.each([
  ['c.md', 'leads nowhere'],
  ['../../x.md', 'leads nowhere'],
  ['/docs/b.md', 'begins with a slash'],
  ['b.md#x', 'names no heading there'],
  ['#b', 'names no heading there'],
  ['../schemas/x.json#L1', 'has an anchor in what is no page'],
  ['http://example.com', 'does not begin with https:'],
  ['https://fleet', 'names no host'],
])('refuses %s', (link, problem) => {
  expect(check(`# A\n\nSee\n[x](${link}).\n`)).toEqual([`docs/a.md:4: ${link} ${problem}`]);
});
