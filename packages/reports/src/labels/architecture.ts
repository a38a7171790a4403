import type { Json, JsonObject, Node } from '@fleetc/fleet';

/** Labels that GitHub gives to runners by their processor; a runner has exactly one of them. */
export const architectureLabels: ReadonlySet<string> = new Set(['x64', 'arm64', 'arm']);

/** The label that GitHub gives to runners by their operating system. */
export function systemOf({ selector }: Node): string {
  return selector?.['kubernetes.io/os'] === 'windows' ? 'windows' : 'linux';
}

const labelOf: Readonly<Record<string, string>> = { amd64: 'x64', arm64: 'arm64', arm: 'arm' };
const nodeLabels: readonly string[] = ['kubernetes.io/arch', 'beta.kubernetes.io/arch'];

/** The label by processor of runners that are placed like this; `undefined` when the placement leaves it open. */
export function architectureOf(node: Node): string | undefined {
  for (const name of nodeLabels) {
    const selected = node.selector?.[name];
    if (selected !== undefined) return labelOf[selected];
  }
  return requiredArchitecture(node.affinity);
}

/** One term is enough for a node, so all of them have to name the same one. */
function requiredArchitecture(affinity: JsonObject | undefined): string | undefined {
  const required = child(
    child(affinity, 'nodeAffinity'),
    'requiredDuringSchedulingIgnoredDuringExecution',
  );
  const found = new Set(entries(required, 'nodeSelectorTerms').map(architectureOfTerm));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

function architectureOfTerm(term: Json): string | undefined {
  for (const expression of entries(term, 'matchExpressions')) {
    const [value, ...others] = entries(expression, 'values');
    const isOnly = child(expression, 'operator') === 'In' && others.length === 0;
    if (!isOnly || !nodeLabels.includes(String(child(expression, 'key')))) continue;
    return labelOf[String(value)];
  }
  return undefined;
}

// Affinity is raw: what is not of the expected form says nothing about the processor.
function child(value: Json | undefined, key: string): Json | undefined {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as JsonObject)[key] : undefined;
}

function entries(value: Json | undefined, key: string): readonly Json[] {
  const list = child(value, key);
  return Array.isArray(list) ? list : [];
}
