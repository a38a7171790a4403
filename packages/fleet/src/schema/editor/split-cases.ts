import { isNode, type Node, type Nodes } from './node.ts';

/**
 * Says of maps that a word in them tells apart what holds for each word. As alternatives, an editor follows the one that fits
 * best, and underlines the word where another key is wrong.
 */
export function splitCases(node: Node): Node {
  const cases = node['anyOf'];
  const key = Array.isArray(cases) ? wordOf(cases as Node[]) : undefined;
  if (key === undefined) return node;
  const { anyOf: _anyOf, ...rest } = node;
  const fields = (cases as Node[]).map((each) => (each['properties'] as Nodes)[key]!);
  const { examples } = fields[0]!;
  const word = {
    description: 'Which form this is; it decides which other fields there are.',
    ...(examples !== undefined && { examples }),
    enum: fields.map((field) => field['const']),
    enumDescriptions: fields.map((field) => field['description']),
  };
  return {
    ...rest,
    type: 'object',
    title: 'Output',
    required: [key],
    properties: { [key]: word },
    allOf: (cases as Node[]).map((each) => toCase(key, each)),
  };
}

function toCase(key: string, { type: _type, ...form }: Node): Node {
  const { const: word } = (form['properties'] as Nodes)[key]!;
  return { if: { properties: { [key]: { const: word } }, required: [key] }, then: form };
}

/** The key whose words are different in each of several maps. */
function wordOf(cases: readonly Node[]): string | undefined {
  if (cases.length < 2 || !cases.every((each) => isNode(each['properties']))) return undefined;
  const keys = Object.keys(cases[0]!['properties'] as Nodes);
  return keys.find((key) => {
    const words = cases.map((each) => (each['properties'] as Nodes)[key]?.['const']);
    return !words.includes(undefined) && new Set(words).size === words.length;
  });
}
