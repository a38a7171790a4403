import type { FleetParts, PoolParts } from './fleet.ts';
import { fitLogin } from './login.ts';
import { compact, isMap, type Plain, pick } from './plain.ts';

type Scopes = Readonly<Record<string, Plain>>;

/** Gives each pool scopes and profiles, and takes away what those cannot have. */
export function wirePools(parts: FleetParts, scopes: Scopes): Plain {
  const profiles = Object.keys(parts.profiles).filter((name) => name !== 'default');
  const entries = Object.entries(parts.pools).map(([name, pool]) => [
    name,
    wirePool(pool, parts, scopes, profiles),
  ]);
  return Object.fromEntries(entries) as Plain;
}

function wirePool(
  { fields, scopes: chosen, profile }: PoolParts,
  parts: FleetParts,
  scopes: Scopes,
  profiles: readonly string[],
): Plain {
  const names = Object.keys(scopes);
  const served = [...new Set(chosen.map((index) => pick(names, index)))];
  const targets = (served.length > 0 ? served : names.slice(0, 1)).map((name) => scopes[name]!);
  return compact({
    ...fields,
    ...scopeFields(served, names),
    profiles: profiles.length > 0 && profile % 2 === 0 ? [pick(profiles, profile)] : undefined,
    namespace: namespaceFor(parts),
    runnerGroup: targets.some(isRepository) ? undefined : fields['runnerGroup'],
    docker: fitLogin(fields['docker'], loginNames(parts)),
    volumes: fitVolumes(fields),
    autoscale: isMap(fields['autoscale']) ? fitSignals(fields['autoscale'], targets) : undefined,
    patch: fitPatch(fields),
  });
}

// A credential for GitHub may have the same name, and replaces the login.
function loginNames({ logins, credentials }: FleetParts): string[] {
  return Object.keys(logins).filter((name) => !Object.hasOwn(credentials, name));
}

function scopeFields(served: readonly string[], names: readonly string[]): Plain {
  if (served.length > 1) return { scopes: served };
  return served.length === 0 && names.length === 1 ? {} : { scope: served[0] ?? names[0] };
}

function namespaceFor({ watch, namespace }: FleetParts): string | undefined {
  if (watch === 'named') return namespace ?? 'runners';
  return watch === 'cluster' || watch === 'all' ? 'elsewhere' : undefined;
}

function isRepository(target: Plain): boolean {
  return 'repository' in target;
}

function hasSidecar({ docker }: Plain): boolean {
  const mode = isMap(docker) ? Object.keys(docker)[0] : docker;
  return mode === undefined || mode === 'sidecar';
}

// No two mounts of a container share a place, and a container that is not there has none.
function fitVolumes(fields: Plain): unknown {
  const { volumes } = fields;
  if (!isMap(volumes)) return volumes;
  const taken = { mountPath: new Set<unknown>(), dockerMountPath: new Set<unknown>() };
  const entries = Object.entries(volumes as Record<string, Plain>).flatMap(([name, volume]) => {
    const { dockerMountPath, ...rest } = volume;
    const fitted = hasSidecar(fields) ? compact({ ...rest, dockerMountPath }) : rest;
    const isMounted = 'mountPath' in fitted || 'dockerMountPath' in fitted;
    const isFree =
      !taken.mountPath.has(rest['mountPath']) && !taken.dockerMountPath.has(dockerMountPath);
    if ('mountPath' in rest) taken.mountPath.add(rest['mountPath']);
    if (dockerMountPath !== undefined) taken.dockerMountPath.add(dockerMountPath);
    return isFree && isMounted ? [[name, fitted]] : [];
  });
  return Object.fromEntries(entries) as Plain;
}

// A patch of an autoscaler needs one.
function fitPatch({ autoscale, patch }: Plain): unknown {
  return autoscale !== undefined && isMap(patch) ? { ...patch, autoscaler: {} } : patch;
}

/** Keeps what ARC can follow for these targets, and a minimum that it can leave. */
function fitSignals(autoscale: Plain, targets: readonly Plain[]): Plain {
  const { on, reservations, schedule, ...bounds } = autoscale;
  const fitted = fitQueued(on, targets);
  const isWebhook = fitted === 'webhook' || (isMap(fitted) && 'webhook' in fitted);
  const leavesZero = isWebhook || (isMap(fitted) && 'queued' in fitted);
  const max = bounds['max'] as number;
  return compact({
    ...bounds,
    min: leavesZero ? bounds['min'] : Math.max(1, bounds['min'] as number),
    on: fitted,
    schedule: isMap(schedule) ? withinBounds(schedule as Record<string, Plain>, max) : undefined,
    reservations: isWebhook ? undefined : reservations,
  });
}

// Queued jobs are counted in the one repository of a scope, in named ones of an organization, and nowhere else.
function fitQueued(on: unknown, targets: readonly Plain[]): unknown {
  if (!isMap(on) || !('queued' in on)) return on;
  const { queued, ...rest } = on;
  if (targets.every((target) => 'organization' in target)) return { ...rest, queued };
  if (targets.every(isRepository)) return { ...rest, queued: {} };
  return 'busy' in rest ? rest : { busy: {} };
}

function withinBounds(schedule: Readonly<Record<string, Plain>>, max: number): Plain {
  const entries = Object.entries(schedule).map(([name, window]) => [
    name,
    { ...window, min: Math.min(max, window['min'] as number) },
  ]);
  return Object.fromEntries(entries) as Plain;
}
