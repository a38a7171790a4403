/** A JSON Schema node as it stands in schemas/fleet.schema.json. */
export interface SchemaNode {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly if?: SchemaNode;
  readonly then?: SchemaNode;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

const tableHead = '| field | value | meaning |\n| --- | --- | --- |';

const intro = `# Field reference

Made from \`schemas/fleet.schema.json\`; a test keeps it fresh. How fields work together is in [the language](language.md).
\`NAME\` stands for a name of your own, **bold** for a field that must be there. A pool or a profile may leave out anything that another
layer gives.
`;

/**
 * The reference page of the language: one table a block, one row a field. What several fields share has a section of its
 * own at the end.
 */
export function formatReference(schema: SchemaNode): string {
  const blocks = Object.entries(schema.properties ?? {}).filter(([name]) => name !== 'profiles');
  const sections = blocks.map(([name, node]) =>
    formatBlock(schema, name, node, schema.required?.includes(name) ?? false),
  );
  const shared = sharedFields(schema).map(([key, node]) => formatShared(schema, key, node));
  return `${[intro.trim(), ...sections, ...shared].join('\n\n')}\n`;
}

function formatBlock(root: SchemaNode, name: string, node: SchemaNode, required: boolean): string {
  const words = name === 'pools' ? 'pools and profiles' : name;
  const title = `## ${words}${required ? ' (required)' : ''}`;
  const rows = [...fieldRows(root, name, node)];
  if (rows.length === 0) {
    const value = node.const === undefined ? '' : ` Always \`${String(node.const)}\`.`;
    return `${title}\n\n${node.description ?? ''}${value}`;
  }
  return `${title}\n\n${node.description ?? ''}\n\n${[tableHead, ...rows].join('\n')}`;
}

/** The fields that refer to a definition, by their key and what they refer to, each once. */
function sharedFields(root: SchemaNode): [key: string, node: SchemaNode][] {
  const found = new Map<string, [string, SchemaNode]>();
  const visit = (node: SchemaNode): void => {
    for (const [key, child] of Object.entries(node.properties ?? {})) {
      // Kubernetes' own types, which have no title, are told by its reference.
      const shared = definitionOf(root, child);
      if (shared?.title !== undefined) found.set(child.$ref!, [key, shared]);
    }
    const { properties = {}, additionalProperties, items, anyOf = [], definitions = {} } = node;
    const more = typeof additionalProperties === 'object' ? [additionalProperties] : [];
    const own = Object.values(definitions).filter(({ title }) => title !== undefined);
    const below = [...Object.values(properties), ...anyOf, ...own, ...more];
    for (const inner of items ? [...below, items] : below) visit(inner);
  };
  visit(root);
  return [...found.keys()].sort().map((ref) => found.get(ref)!);
}

function formatShared(root: SchemaNode, key: string, node: SchemaNode): string {
  const rows = [...fieldRows(root, key, node)];
  const table = [tableHead, ...rows].join('\n');
  return `## ${node.title ?? key}\n\n${node.description ?? ''}\n\n${table}`;
}

function* fieldRows(root: SchemaNode, path: string, node: SchemaNode): Generator<string> {
  for (const branch of branches(root, node)) {
    for (const [key, child] of Object.entries(branch.properties ?? {})) {
      const place = `${path}.${key}`;
      yield formatRow(root, place, child, branch.required?.includes(key) ?? false);
      // What is shared is told once, in its own section.
      const isToldElsewhere = child.$ref !== undefined || path.endsWith('.override');
      if (!isToldElsewhere) yield* fieldRows(root, place, child);
    }
    const each = branch.additionalProperties;
    if (typeof each === 'object') yield* fieldRows(root, `${path}.NAME`, each);
    if (branch.items) yield* fieldRows(root, `${path}[]`, branch.items);
  }
}

function formatRow(root: SchemaNode, path: string, node: SchemaNode, required: boolean): string {
  const field = required ? `**\`${path}\`**` : `\`${path}\``;
  const found = definitionOf(root, node);
  const shared = found?.title === undefined ? undefined : found;
  const { description = '', examples = [] } = shared ?? node;
  const [example] = examples;
  const sample = example === undefined ? '' : ` For example \`${JSON.stringify(example)}\`.`;
  const cells = [
    field,
    shared ? linkTo(shared) : formatType(root, node),
    `${description}${sample}`,
  ];
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

function linkTo({ title = '' }: SchemaNode): string {
  const words = title.toLowerCase();
  return `[${words}](#${words.replaceAll(' ', '-')})`;
}

function definitionOf(root: SchemaNode, { $ref }: SchemaNode): SchemaNode | undefined {
  return $ref === undefined ? undefined : root.definitions?.[$ref.split('/').at(-1)!];
}

/** The alternatives of a node without `null`, references followed. */
function branches(root: SchemaNode, node: SchemaNode): SchemaNode[] {
  if (node.$ref !== undefined) {
    const target = definitionOf(root, node);
    if (target?.title === undefined) return [{ type: 'object' }];
    return branches(root, target);
  }
  if (node.anyOf) return node.anyOf.flatMap((branch) => branches(root, branch));
  const cases = casesOf(node);
  if (cases.length > 0) return cases;
  return node.type === 'null' ? [] : [node];
}

/** What a map is for each word that tells its forms apart. */
function casesOf({ type, allOf = [] }: SchemaNode): SchemaNode[] {
  const cases = allOf.filter((part) => part.if?.properties && part.then);
  return cases.map(({ then }) => ({ ...(type !== undefined && { type }), ...then }));
}
