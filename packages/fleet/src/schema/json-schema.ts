import { z } from 'zod';
import { fleetSchema, poolSchema } from './fleet.schema.ts';

/** A JSON Schema node, as plain data. */
interface Node {
  [keyword: string]: unknown;
}

/** The schema of fleet.yaml: what editors use, and what the fast validator is made from. */
export function fleetJsonSchema(): Node {
  const definitions: Record<string, Node> = {};
  const schema = share(convert(fleetSchema), 'Secret source', definitions);
  const properties = schema['properties'] as Record<string, Node>;
  for (const block of ['pools', 'profiles']) {
    const map = properties[block]!;
    map['additionalProperties'] = { $ref: '#/definitions/Pool' };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://fleetc.dev/schemas/v1/fleet.schema.json',
    ...schema,
    definitions: { ...definitions, Pool: toPartial(convert(poolSchema)) },
  };
}

/** The schema of a pool after merging: nothing may be missing any more. */
export function effectivePoolJsonSchema(): Node {
  return convert(poolSchema);
}

function convert(schema: z.ZodType): Node {
  const json = z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => tidy(jsonSchema as Node),
  }) as Node;
  delete json['$schema'];
  return json;
}

/** Hoists the nodes of one title, which are all equal, into one definition, so that the file says them once. */
function share(node: Node, title: string, definitions: Record<string, Node>): Node {
  const name = title.replaceAll(/ ./g, (text) => text.trim().toUpperCase());
  const visit = (child: unknown): unknown => {
    if (Array.isArray(child)) return child.map(visit);
    if (typeof child !== 'object' || child === null) return child;
    if ((child as Node)['title'] === title) {
      definitions[name] = child as Node;
      return { $ref: `#/definitions/${name}` };
    }
    return Object.fromEntries(Object.entries(child).map(([key, value]) => [key, visit(value)]));
  };
  return visit(node) as Node;
}

/** Moves what `.meta()` carried to where validators and editors look, and drops what only confuses them. */
function tidy(node: Node): void {
  if (node['minimum'] === Number.MIN_SAFE_INTEGER) delete node['minimum'];
  // The branches exclude each other by their discriminator, so that one fits is as good as exactly one.
  if (node['oneOf']) {
    node['anyOf'] = node['oneOf'];
    delete node['oneOf'];
  }
  const groups = node['exclusiveGroups'] as Node[] | undefined;
  if (!groups) return;
  delete node['exclusiveGroups'];
  node['allOf'] = groups;
}

/**
 * A layer of a pool may leave out anything and may say `null` to delete what an earlier layer gave. Two alternatives of
 * an exclusive group stay an error.
 */
function toPartial(node: Node): Node {
  const { required: _, allOf, ...partial } = node;
  if (Array.isArray(allOf)) partial['allOf'] = allOf.filter((part: Node) => !('anyOf' in part));
  for (const keyword of ['properties', 'patternProperties']) {
    const children = partial[keyword] as Record<string, Node> | undefined;
    if (!children) continue;
    partial[keyword] = Object.fromEntries(
      Object.entries(children).map(([key, child]) => [key, nullable(toPartial(child))]),
    );
  }
  const extra = partial['additionalProperties'];
  if (typeof extra === 'object' && extra !== null) {
    partial['additionalProperties'] = nullable(toPartial(extra as Node));
  }
  if (Array.isArray(partial['anyOf']))
    partial['anyOf'] = (partial['anyOf'] as Node[]).map(toPartial);
  return partial;
}

function nullable(node: Node): Node {
  if (Object.keys(node).length === 0) return node;
  const { description, examples, title, ...rest } = node;
  const branches = Array.isArray(rest['anyOf']) ? (rest['anyOf'] as Node[]) : [titled(rest, title)];
  return {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    anyOf: [...branches, { type: 'null' }],
  };
}

function titled(node: Node, title: unknown): Node {
  return title === undefined ? node : { title, ...node };
}
