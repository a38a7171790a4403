import { createRequire } from 'node:module';
import type * as Prism from 'prismjs';

const require = createRequire(import.meta.url);
const prism = require('prismjs') as typeof Prism;
for (const name of ['yaml', 'bash', 'json', 'typescript', 'lua', 'toml', 'docker', 'diff']) {
  require(`prismjs/components/prism-${name}`);
}

const names: Readonly<Record<string, string>> = {
  sh: 'bash',
  ts: 'typescript',
  dockerfile: 'docker',
};

/** Code as HTML with a class at each kind of word; escaped text where the language is not known. */
export function highlight(text: string, language: string): string {
  if (language === 'console') return highlightConsole(text);
  const name = names[language] ?? language;
  const grammar = prism.languages[name];
  return grammar ? prism.highlight(text, grammar, name) : escapeHtml(text);
}

/** Commands are marked, so that the copy button takes them without their prompt and without their output. */
function highlightConsole(text: string): string {
  if (!/^\$ /m.test(text)) return highlight(text, 'bash');
  let isCommand = false;
  return text.replaceAll(/^(\$ )?(.*)$/gm, (_, prompt: string | undefined, rest: string) => {
    isCommand = prompt !== undefined || isCommand;
    const line = isCommand ? `<b class="command">${highlight(rest, 'bash')}</b>` : escapeHtml(rest);
    isCommand &&= rest.endsWith('\\');
    return prompt ? `<i class="prompt">$ </i>${line}` : line;
  });
}

/** Text that can stand in an element or an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
