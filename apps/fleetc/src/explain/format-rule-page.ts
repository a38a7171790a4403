import type { AnyRule, Diagnostic } from '@fleetc/diagnostics';

/** What fleetc says of a fleet.yaml under one code; how the page gets words that depend on the place. */
export type FindDiagnostic = (fleet: string, code: string) => Promise<Diagnostic | undefined>;

/** The page of a rule as plain text. `find` runs the rule's own bad example, so that the page cannot drift from the tool. */
export async function formatRulePage(rule: AnyRule, find: FindDiagnostic): Promise<string> {
  const { code, name, severity, title, examples, source } = rule;
  const found = examples && (await find(examples.bad, code));
  const sections = [
    `${code} ${name} (${severity})`,
    `${title}.`,
    section('Message', found?.message ?? rule.message(placeholders)),
    section('Why', found?.why ?? toText(rule.why)),
    section('Fix', found?.fix ?? toText(rule.fix)),
    ...(examples ? [section('Refused', examples.bad), section('Accepted', examples.good)] : []),
    section('Source', source),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(heading: string, text: string): string {
  const lines = text.trimEnd().split('\n');
  return [`${heading}:`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

function toText(words: string | ((params: unknown) => string)): string {
  return typeof words === 'function' ? words(placeholders) : words;
}

// Rules without an example, those of disks and of the tool, speak of names that only a run knows.
const placeholders: object = new Proxy({}, { get: (_target, name) => `<${String(name)}>` });
