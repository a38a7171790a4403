import { isNode, mapNodes, type Node, type Nodes } from './node.ts';

/** Fields that hold a part of a pod as Kubernetes has it, by the title of the map that they stand in. */
const podFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Pool': {
    pod: 'PodSpec',
    securityContext: 'PodSecurityContext',
    containerSecurityContext: 'SecurityContext',
  },
  'Node placement': {
    tolerations: 'Toleration',
    affinity: 'Affinity',
    spread: 'TopologySpreadConstraint',
  },
  'Volume': { source: 'VolumeSource' },
};

/** Types those fields to their depth; `pod` are the definitions of Kubernetes' own types, those that ARC knows. */
export function addPodFields(schema: Node, pod: Nodes): Node {
  const typed = mapNodes(schema, (node) => {
    const fields = podFields[String(node['title'])];
    return fields && isNode(node['properties']) ? typeFields(node, fields) : node;
  });
  const definitions = { ...(typed['definitions'] as Nodes), ...partialTypes(pod) };
  return { ...typed, definitions };
}

function typeFields(node: Node, fields: Readonly<Record<string, string>>): Node {
  const properties = { ...(node['properties'] as Nodes) };
  for (const [key, type] of Object.entries(fields)) {
    properties[key] = mapNodes(properties[key]!, (inner) => refer(inner, type));
  }
  return { ...node, properties };
}

/** Puts the type in the place of the map that may hold anything. */
function refer(node: Node, type: string): Node {
  if (
    !isNode(node['additionalProperties']) ||
    Object.keys(node['additionalProperties']).length > 0
  ) {
    return node;
  }
  const { description, examples } = node;
  return {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    $ref: `#/definitions/${type}`,
  };
}

/** A pod that is a part only: what else has to be in one comes from elsewhere. */
function partialTypes(pod: Nodes): Nodes {
  const { required: _required, ...spec } = pod['PodSpec']!;
  const fields = Object.entries(spec['properties'] as Nodes).map(([key, field]) => [
    key,
    orNothing(field),
  ]);
  const { name: _name, ...sources } = pod['Volume']!['properties'] as Nodes;
  return {
    ...pod,
    PodSpec: { ...spec, properties: Object.fromEntries(fields) as Nodes },
    // A volume of the language has its name as a key.
    VolumeSource: { ...pod['Volume'], required: [], properties: sources },
  };
}

/** A layer may take a field away; what is said of the field stays at it. */
function orNothing({ description, examples, ...field }: Node): Node {
  const told = { description, ...(examples !== undefined && { examples }) };
  return { ...told, anyOf: [field, { title: 'nothing', type: 'null' }] };
}
