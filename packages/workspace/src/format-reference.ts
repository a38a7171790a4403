/** A JSON Schema node as it stands in schemas/fleet.schema.json. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

const intro = `# Field reference

Made from \`schemas/fleet.schema.json\`; a test keeps it fresh. How fields work together is in [the language](language.md).
\`NAME\` stands for a name of your own, **bold** for a field that must be there. A pool or a profile may leave out anything that another
layer gives.
`;

/** The reference page of the language: one table a block, one row a field. */
export function formatReference(schema: SchemaNode): string {
  const blocks = Object.entries(schema.properties ?? {}).filter(([name]) => name !== 'profiles');
  const sections = blocks.map(([name, node]) =>
    formatBlock(schema, name, node, schema.required?.includes(name) ?? false),
  );
  return `${[intro.trim(), ...sections].join('\n\n')}\n`;
}

function formatBlock(root: SchemaNode, name: string, node: SchemaNode, required: boolean): string {
  const words = name === 'pools' ? 'pools and profiles' : name;
  const title = `## ${words}${required ? ' (required)' : ''}`;
  const rows = [...fieldRows(root, name, node)];
  if (rows.length === 0) {
    const value = node.const === undefined ? '' : ` Always \`${String(node.const)}\`.`;
    return `${title}\n\n${node.description ?? ''}${value}`;
  }
  const head = '| field | value | meaning |\n| --- | --- | --- |';
  return `${title}\n\n${node.description ?? ''}\n\n${[head, ...rows].join('\n')}`;
}

function* fieldRows(root: SchemaNode, path: string, node: SchemaNode): Generator<string> {
  for (const branch of branches(root, node)) {
    for (const [key, child] of Object.entries(branch.properties ?? {})) {
      const place = `${path}.${key}`;
      yield formatRow(root, place, child, branch.required?.includes(key) ?? false);
      yield* fieldRows(root, place, child);
    }
    const each = branch.additionalProperties;
    if (typeof each === 'object') yield* fieldRows(root, `${path}.NAME`, each);
    if (branch.items) yield* fieldRows(root, `${path}[]`, branch.items);
  }
}

function formatRow(root: SchemaNode, path: string, node: SchemaNode, required: boolean): string {
  const field = required ? `**\`${path}\`**` : `\`${path}\``;
  const [example] = node.examples ?? [];
  const sample = example === undefined ? '' : ` For example \`${JSON.stringify(example)}\`.`;
  const cells = [field, formatType(root, node), `${node.description ?? ''}${sample}`];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function formatType(root: SchemaNode, node: SchemaNode): string {
  const words = branches(root, node).map((branch) => {
    if (branch.enum) return branch.enum.map((value) => `\`${String(value)}\``).join(', ');
    if (branch.const !== undefined) return `\`${String(branch.const)}\``;
    if (branch.type === 'array') return 'list';
    if (branch.type === 'object') return 'map';
    return { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false' }[
      branch.type ?? ''
    ];
  });
  return [...new Set(words.filter((word) => word !== undefined))].join(' or ') || 'anything';
}

/** The alternatives of a node without `null`, references followed. */
function branches(root: SchemaNode, node: SchemaNode): SchemaNode[] {
  if (node.$ref !== undefined) {
    const target = root.definitions?.[node.$ref.split('/').at(-1)!];
    return target ? branches(root, target) : [];
  }
  if (node.anyOf) return node.anyOf.flatMap((branch) => branches(root, branch));
  return node.type === 'null' ? [] : [node];
}
