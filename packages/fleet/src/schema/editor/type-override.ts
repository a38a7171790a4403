import type { Node, Nodes } from './node.ts';

/** What stands in an override: the fields of each block are those of the file, and any of them may be `null`. */
export function typeOverride(schema: Node): Node {
  const properties = schema['properties'] as Nodes;
  const environment = properties['environments']!['additionalProperties'] as Node;
  const fields = environment['properties'] as Nodes;
  const blocks = Object.entries(fields['override']!['properties'] as Nodes).map(([name]) => {
    const { description, examples } = properties[name]!;
    const words = `Patched for this environment: ${lowerFirst(String(description))}`;
    return [
      name,
      { description: words, ...(Array.isArray(examples) && { examples }), ...patch(name) },
    ];
  });
  const override = { ...fields['override'], properties: Object.fromEntries(blocks) as Nodes };
  const typed = { ...environment, properties: { ...fields, override } };
  return {
    ...schema,
    properties: {
      ...properties,
      environments: { ...properties['environments'], additionalProperties: typed },
    },
  };
}

/** Pools and profiles are partial anyway; the other blocks are checked when they are patched. */
function patch(block: string): Node {
  const isLayer = block === 'pools' || block === 'profiles';
  const entry = { anyOf: [{ $ref: '#/definitions/Pool' }, { type: 'null' }] };
  return isLayer ? { type: ['object', 'null'], additionalProperties: entry } : {};
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
