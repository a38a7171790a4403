import type { Tree } from './change.ts';

/** An entry as lines of block style, the first one without its indentation. */
export function formatBlock(
  key: string,
  tree: Tree,
  { indent, step }: { readonly indent: number; readonly step: number },
): string[] {
  if (typeof tree === 'string') return [`${formatText(key)}: ${formatText(tree)}`];
  const entries = Object.entries(tree);
  if (entries.length === 0) return [`${formatText(key)}: {}`];
  const inner = indent + step;
  const lines = entries.flatMap(([name, child]) => {
    const [first, ...rest] = formatBlock(name, child, { indent: inner, step });
    return [' '.repeat(inner) + first, ...rest];
  });
  return [`${formatText(key)}:`, ...lines];
}

/** An entry between braces. */
export function formatFlow(key: string, tree: Tree): string {
  return `${formatText(key)}: ${formatFlowTree(tree)}`;
}

/** What an entry holds, between braces. */
export function formatFlowTree(tree: Tree): string {
  if (typeof tree === 'string') return formatText(tree);
  const entries = Object.entries(tree).map(([key, child]) => formatFlow(key, child));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const plainForm = /^[A-Za-z.][-A-Za-z0-9_.+/]*={0,2}$/;

// Words that one version of YAML or another takes for something else than text.
const otherTypes = /^(?:y|yes|n|no|true|false|on|off|null|\.inf|\.nan)$/i;

/** A text as YAML: as it is where no reader takes it for something else, in double quotes otherwise. */
export function formatText(text: string): string {
  return plainForm.test(text) && !otherTypes.test(text) ? text : JSON.stringify(text);
}
