import { expect, it } from 'vitest';
import { readOutline } from './outline.ts';

const outline = readOutline(`# The \`title\`

First words
in [two](a.md) lines
and ![one](b.svg) more.

## Part

- item
  \`\`\`yaml file=x.yaml findings
  a: 1
  \`\`\`

\`\`\`text
plain
\`\`\`

| field | meaning |
| --- | --- |
| **\`a.b\`** | the \`field\` |
| two \`c\` | words |
| \`a.b\` | again |

<!-- a
comment -->

set <name> \`<x>\`
`);

it('reads headings with their anchors', () => {
  expect(outline.headings).toEqual([
    { level: 1, id: 'the-title', text: 'The title' },
    { level: 2, id: 'part', text: 'Part' },
  ]);
});

it('reads the words of a section, and plain text in blocks', () => {
  expect(outline.sections.map(({ text }) => text)).toEqual([
    'First words in two lines and one more.',
    'item plain field meaning two c words a.b again set <name> <x>',
  ]);
});

it('reads blocks with their words and the line of their content', () => {
  expect(outline.fences).toEqual([
    { language: 'yaml', words: ['file=x.yaml', 'findings'], text: 'a: 1\n', line: 11 },
    { language: 'text', words: [], text: 'plain\n', line: 15 },
  ]);
});

it('reads links and images with their lines', () => {
  expect(outline.links).toEqual([
    { href: 'a.md', line: 4 },
    { href: 'b.svg', line: 5 },
  ]);
});

it('reads the fields that rows are about', () => {
  expect(outline.fields).toEqual([{ id: 'field:a.b', name: 'a.b', text: 'the field' }]);
});

it('reads HTML that is no comment', () => {
  expect(outline.markup).toEqual([{ text: '<name>', line: 27 }]);
});
