import { expect, it } from 'vitest';
import { createMarkdown } from './markdown.ts';

const markdown = createMarkdown();
const render = (text: string) =>
  markdown.render(text, { render: { url: '', resolve: (href: string) => `to/${href}` } });

it('gives headings anchors, and links to them but for the title', () => {
  expect(render('# A `b`\n\n## C "d"\n')).toBe(
    '<h1 id="a-b">A <code>b</code></h1>\n' +
      '<h2 id="c-d">C &quot;d&quot; <a class="anchor" href="#c-d" aria-label="# C &quot;d&quot;">#</a></h2>\n',
  );
});

it('resolves links and images', () => {
  expect(render('[a](b.md) ![p](q.svg)\n')).toBe(
    '<p><a href="to/b.md">a</a> <a class="picture" href="to/q.svg"><img src="to/q.svg" alt="p"></a></p>\n',
  );
});

it('marks the commands of a console, also over several lines', () => {
  expect(render('```console\n$ a \\\n  b\n<c>\n```\n')).toBe(
    '<figure class="code"><pre tabindex="0"><code class="language-console">' +
      '<i class="prompt">$ </i><b class="command">a <span class="token punctuation">\\</span></b>\n' +
      '<b class="command">  b</b>\n&lt;c&gt;\n</code></pre></figure>\n',
  );
});

it('names the file of a block, and shows what it cannot highlight', () => {
  expect(render('```yaml file=a.yaml findings\na: 1\n```\n')).toContain(
    '<figure class="code"><figcaption>a.yaml</figcaption><pre tabindex="0"><code class="language-yaml"><span class="token key atrule">a</span>',
  );
  expect(render('```\n<&>\n```\n')).toContain('<code>&lt;&amp;&gt;\n</code>');
});

it('shows placeholders, and hides comments', () => {
  expect(render('<!-- for\neditors -->\n\nset <name>, <!-- x -->done\n')).toBe(
    '<p>set &lt;name&gt;, done</p>\n',
  );
});

it('lets a wide table scroll, and gives its fields anchors', () => {
  expect(render('| a |\n| - |\n| `x.y` |\n')).toBe(
    '<div class="table" tabindex="0"><table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n' +
      '<tr id="field:x.y">\n<td><code>x.y</code></td>\n</tr>\n</tbody>\n</table></div>\n',
  );
});
