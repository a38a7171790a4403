import process from 'node:process';
import { expect, it } from 'vitest';
import { checkPage, type Fleetc } from './check-page.ts';
import { readCommandTable } from './command-table.ts';

const fleetc: Fleetc = {
  commands: readCommandTable('## fleetc check\n\nfleetc check [FILE] [OPTIONS]\n'),
  findCodes: (text) => Promise.resolve(text.match(/FLC\d{4}/g) ?? []),
  path: process.env['PATH'] ?? '',
};
const noPictures = new Map<string, string>();
const check = (text: string, pictures = noPictures) =>
  checkPage({ path: 'a.md', text, pictures }, fleetc);
const block = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const fleet = 'apiVersion: fleetc.dev/v1';

it('runs the blocks of a page in one folder', async () => {
  const page =
    block('yaml file=x/a.yaml', 'a: 1') +
    block('console', '$ cat x/a.yaml\na: 1\n$ cd x && ls\na.yaml\n$ pwd | grep -c x$ # exit 0\n1') +
    block('yaml file=x/a.yaml', 'a: 2') +
    block('console', '$ cat x/a.yaml; exit_code() { return 3; }; exit_code # exit 3\na: 2');
  expect(await check(page)).toEqual([]);
});

it('says where a command does something else than the page shows', async () => {
  const page = block('console', '$ echo a\na\n$ echo b; false\nc');
  expect(await check(page)).toEqual(['a.md:4: "echo b; false" exits with 1 and prints\nb']);
});

it('holds a fleet to its findings', async () => {
  const page =
    block('yaml file=a.yaml', `${fleet} # FLC4102`) +
    block('yaml file=a.yaml findings', `${fleet} # FLC4102`) +
    block('yaml', `${fleet} # FLC4103`) +
    block('yaml fragment', 'a: FLC4103') +
    block('yaml bad=FLC4103,FLC4102', '# FLC4102 FLC4103 FLC4102') +
    block('yaml bad=FLC4103', '# FLC4102');
  expect(await check(page)).toEqual([
    'a.md:2: the fleet has the finding FLC4102',
    'a.md:8: the fleet has the finding FLC4103',
    'a.md:17: the fleet gives FLC4102 in place of FLC4103',
  ]);
});

it('reads data, and commands that it does not run', async () => {
  const page =
    block('json', '{') +
    block('yaml', 'a: [') +
    block('sh', 'kubectl get x | fleetc chekc') +
    block('console norun', '$ fleetc check --all') +
    block('yaml bda=FLC4103', 'a: 1');
  expect(await check(page)).toEqual([
    expect.stringMatching(/^a\.md:2: it cannot be read: SyntaxError/),
    expect.stringMatching(/^a\.md:5: it cannot be read: YAMLException/),
    'a.md:8: fleetc has no command "chekc"',
    'a.md:11: "fleetc check" has no option --all',
    'a.md:14: "bda=FLC4103" says nothing about an example',
  ]);
});

it('wants every picture drawn by the page that shows it', async () => {
  const page = block('console', '$ echo new > b.svg; echo same > c.svg');
  const pictures = new Map([
    ['a.svg', ''],
    ['b.svg', 'old\n'],
    ['c.svg', 'same\n'],
  ]);
  expect(await check(page, pictures)).toEqual([
    'a.md: no command draws a.svg',
    'a.md: b.svg is not what the command draws',
  ]);
});
