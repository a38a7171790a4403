import { productKeys } from './registry-products/product-keys.ts';

/**
 * Sets of keys of which one map may hold only one. An alternative may be several keys that belong together.
 *
 * One table serves the schema (both given is an error), the merge (giving one replaces its siblings) and the words of
 * the messages.
 */
export interface ExclusiveGroup {
  readonly alternatives: readonly (readonly string[])[];
  /** Whether none at all is an error too. */
  readonly required: boolean;
  readonly why: string;
}

const group = (
  required: boolean,
  why: string,
  ...alternatives: (string | readonly string[])[]
): ExclusiveGroup => ({
  required,
  why,
  alternatives: alternatives.map((keys) => (typeof keys === 'string' ? [keys] : keys)),
});

export const exclusive = {
  scopeTarget: group(
    true,
    'a runner registers at one enterprise, one organization or one repository',
    'enterprise',
    'organization',
    'repository',
  ),
  credentialKind: group(
    true,
    'a credential is one thing: a personal access token, a GitHub App or a registry login',
    'pat',
    'app',
    'registry',
  ),
  secretSource: group(
    true,
    'the content of a Secret has one origin',
    'existing',
    'externalSecret',
    'sealedSecret',
    'sops',
    'vaultSecret',
    'env',
    'file',
  ),
  poolSize: group(
    false,
    'an autoscaler writes the number of replicas itself, and each apply of a fixed number would undo its work',
    'replicas',
    'autoscale',
  ),
  poolScope: group(false, '"scopes" already lists every scope of the pool', 'scope', 'scopes'),
  dockerMode: group(
    true,
    'a runner pod has one way to run containers',
    'sidecar',
    'inRunner',
    'rootless',
    'none',
    'kubernetes',
  ),
  envSource: group(true, 'a variable has one value', 'value', 'secret', 'configMap', 'field'),
  envFromSource: group(
    true,
    'variables come from one ConfigMap or one Secret',
    'configMap',
    'secret',
  ),
  caSource: group(true, 'the certificates are in one place', 'configMap', 'secret'),
  volumeSource: group(
    true,
    'a volume has one source',
    ['size', 'storageClass', 'accessModes'],
    'emptyDir',
    'hostPath',
    'configMap',
    'secret',
    'claim',
    'source',
  ),
  workVolumeSource: group(
    true,
    'the work volume has one source',
    ['size', 'storageClass', 'accessModes'],
    'emptyDir',
  ),
  proxyKind: group(
    true,
    'an image reference is rewritten in one way',
    ...productKeys,
    'prefixes',
    'generic',
  ),
  proxyAddressing: group(
    false,
    'a repository is reached in one way',
    'repositories',
    'subdomains',
    'ports',
  ),
  watch: group(true, 'the controller watches one namespace or all of them', 'cluster', 'namespace'),
  busyUp: group(
    false,
    'ARC refuses a factor and an adjustment for one direction',
    'factorUp',
    'addUp',
  ),
  busyDown: group(
    false,
    'ARC refuses a factor and an adjustment for one direction',
    'factorDown',
    'addDown',
  ),
  destination: group(
    false,
    'an environment is one cluster, named in one way',
    'name',
    'server',
    'kubeconfigSecret',
  ),
  fluxSource: group(true, 'Flux reads an output from one place', 'git', 'oci'),
} as const satisfies Record<string, ExclusiveGroup>;

/** The first key of each alternative: how messages name it. */
export function alternativeNames(group: ExclusiveGroup): string[] {
  return group.alternatives.map((keys) => keys[0]!);
}

/** The alternatives that `value` holds, each by the first of its keys that is there; `null` counts as absent. */
export function chosenAlternatives(group: ExclusiveGroup, value: object): string[] {
  const chosen: string[] = [];
  for (const keys of group.alternatives) {
    const key = keys.find((name) => Object.hasOwn(value, name) && present(value, name));
    if (key !== undefined) chosen.push(key);
  }
  return chosen;
}

function present(value: object, key: string): boolean {
  const item = (value as Record<string, unknown>)[key];
  return item !== null && item !== undefined;
}
