import type { Path } from '@fleetc/diagnostics';
import type { Fleet, Json, JsonObject, Pool, Redact } from '@fleetc/fleet';
import { isObject } from './find-value.ts';
import { explainSecrets } from './explain-secrets.ts';

/** What is in effect in one environment, as it is shown, and where each part was written. */
export interface ExplainedFleet {
  readonly effective: JsonObject;
  readonly origin: Fleet['origin'];
}

/**
 * Adds what a pool takes over from its scopes and a Secret from the defaults of all, and takes out what looks like a secret: by its strings, because YAML may
 * break one over lines.
 */
export function explainFleet(fleet: Fleet, redact: Redact): ExplainedFleet {
  const secrets = explainSecrets(fleet);
  const groups = new Map(fleet.pools.flatMap((pool) => inheritedGroup(pool)));
  const pools = Object.entries(fleet.effective['pools'] as JsonObject).map(([name, pool]) => {
    const runnerGroup = groups.get(name)?.group;
    return [name, runnerGroup === undefined ? pool! : { ...(pool as JsonObject), runnerGroup }];
  });
  const effective = { ...secrets.effective, pools: Object.fromEntries(pools) as JsonObject };
  return {
    effective: redactStrings(effective, redact) as JsonObject,
    origin(path, part) {
      const scope = takesGroup(path) ? groups.get(String(path[1]))?.scope : undefined;
      if (scope === undefined) return secrets.origin(path, part);
      const origin = fleet.origin(['scopes', scope, 'runnerGroup'], part);
      return { ...origin, layer: `scope ${scope}` };
    },
  };
}

interface InheritedGroup {
  readonly scope: string;
  readonly group: string;
}

/** Of a pool of several scopes only a group that all of them have: otherwise each runner object has its own. */
function inheritedGroup({ name, runnerGroup, scopes }: Pool): [string, InheritedGroup][] {
  const [first, ...others] = scopes;
  const group = first?.runnerGroup;
  if (runnerGroup !== undefined || group === undefined) return [];
  if (others.some((scope) => scope.runnerGroup !== group)) return [];
  return [[name, { scope: first!.name, group }]];
}

function takesGroup(path: Path): boolean {
  return path.length === 3 && path[0] === 'pools' && path[2] === 'runnerGroup';
}

function redactStrings(value: Json, redact: Redact): Json {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactStrings(item, redact));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, redactStrings(item!, redact)]);
  return Object.fromEntries(entries) as JsonObject;
}
