import { compile } from '@fleetc/core';
import { type AnyRule, type Diagnostic, renderers } from '@fleetc/diagnostics';

const stages: Readonly<Record<string, string>> = {
  1: 'text and YAML',
  2: 'shape',
  3: 'references',
  4: 'meaning and policy',
  5: 'limits of the target',
  6: 'output and secrets',
  9: 'faults of fleetc',
};

/** The page of a rule in `docs/rules`: its words as its own bad example gets them. */
export async function formatRuleMarkdown(rule: AnyRule): Promise<string> {
  const { code, name, severity, title, examples, source } = rule;
  const head = `# ${code} ${name}\n\n${toMarkdown(title)}.\n\n${severity} · ${stages[code[3]!]}`;
  if (!examples) {
    const words = [
      `**Why:** ${toMarkdown(sentence(rule.why))}.`,
      `**Fix:** ${toMarkdown(sentence(rule.fix))}.`,
    ];
    return `${[head, ...words, `Source: ${source}`].join('\n\n')}\n`;
  }
  const sections = [
    head,
    `## What fleetc says\n\n${fence('text', await rendered(rule))}`,
    `## Refused\n\n${fence('yaml', examples.bad)}`,
    `## Accepted\n\n${fence('yaml', examples.good)}`,
    `Source: ${source}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The table of all rules. */
export function formatRuleIndex(rules: readonly AnyRule[]): string {
  const rows = rules.map(
    ({ code, name, severity, title }) =>
      `| [${code}](${code}.md) | ${severity} | \`${name}\` | ${toMarkdown(title)} |`,
  );
  const intro =
    'Every finding of fleetc. `fleetc explain CODE` prints a page in the terminal. Made from the rules themselves; a test keeps it fresh.';
  return `# Findings\n\n${intro}\n\n| code | severity | name | finding |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

async function rendered(rule: AnyRule): Promise<string> {
  const { source, diagnostics } = await compile({ path: 'fleet.yaml', text: rule.examples!.bad });
  const own: Diagnostic[] = diagnostics.filter(({ code }) => code === rule.code);
  const host = {
    texts: new Map([[source.path, source.text]]),
    colour: false,
    width: 80,
    rules: [],
    toolVersion: '',
  };
  return renderers.text(own, host);
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** A placeholder such as `<path>` would be an HTML tag, which a forge hides. */
function toMarkdown(words: string): string {
  return words.replaceAll('<', '\\<');
}

const placeholders: object = new Proxy({}, { get: (_target, name) => `<${String(name)}>` });

function sentence(words: string | ((params: unknown) => string)): string {
  return typeof words === 'function' ? words(placeholders) : words;
}
