import {
  type Amounts,
  type ApiBudget,
  type Capacity,
  type ClaimUse,
  dockerHubPulls,
  type HubBudget,
  type PoolCapacity,
  type SharedBudget,
} from '@fleetc/fleet';
import { formatQuantity, type Quantity } from '@fleetc/notation';
import { assumptions } from './assumptions.ts';
import { type EnvironmentCapacity, sharedLimits } from './environment-capacity.ts';

/** The same figures for scripts; amounts are Kubernetes quantities, `null` is a limit that does not exist. */
export function formatCapacityJson(environments: readonly EnvironmentCapacity[]): string {
  const shared = sharedLimits(environments);
  const document = {
    version: 1,
    environments: environments.map(({ environment, capacity }) =>
      toEnvironment(environment, capacity),
    ),
    sharedGithubApi: shared.map(toShared),
    assumptions: assumptions(
      environments.map(({ capacity }) => capacity),
      shared,
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toEnvironment(name: string, { pools, runners, requests, claims, api, hub }: Capacity) {
  return {
    name,
    pools: pools.map(toPool),
    total: {
      runners,
      requests: toRequests(requests),
      claims: { count: claims.count, size: formatQuantity(claims.size) },
    },
    githubApi: api.map(toApi),
    dockerHub: toHub(hub),
  };
}

function toPool({ name, scopes, runners, requests, claims, hasRawFields }: PoolCapacity) {
  return {
    name,
    scopes,
    runners,
    requests: toRequests(requests),
    claims: claims.map(toClaim),
    hasRawFields,
  };
}

/** The three that every pod can request are always there; others by their own names. */
function toRequests(amounts: Amounts) {
  const { cpu, memory, 'ephemeral-storage': ephemeralStorage, ...others } = amounts;
  const entries = Object.entries(others).map(([name, size]) => [name, formatQuantity(size)]);
  return {
    cpu: orZero(cpu),
    memory: orZero(memory),
    ephemeralStorage: orZero(ephemeralStorage),
    others: Object.fromEntries(entries) as Record<string, string>,
  };
}

function orZero(size: Quantity | undefined): string {
  return size ? formatQuantity(size) : '0';
}

function toClaim({ volume, lifetime, storageClass, size, count, total }: ClaimUse) {
  return {
    volume,
    lifetime,
    storageClass: storageClass ?? null,
    size: formatQuantity(size),
    count,
    total: formatQuantity(total),
  };
}

function toApi({ credential, limit, callsPerHour, calls }: ApiBudget) {
  return {
    credential: credential.name,
    kind: credential.kind,
    callsPerHour,
    limit: limit ?? null,
    calls: calls.map((call) => ({
      purpose: call.purpose,
      subject: call.subject,
      pools: call.pools,
      calls: call.calls,
      pollsPerHour: call.pollsPerHour,
      callsPerHour: call.callsPerHour,
    })),
  };
}

function toShared({ payer, callsPerHour, limit, uses }: SharedBudget) {
  return { payer, callsPerHour, limit: limit ?? null, uses };
}

function toHub({ pulls, login, pools }: HubBudget) {
  const { windowHours, anonymous, personal } = dockerHubPulls;
  return {
    windowHours,
    pulls,
    limits: { anonymous, personal, paid: null },
    login: login ?? null,
    pools: pools.map(({ pool, images, runners, pulls: own }) => ({
      pool,
      images,
      runners,
      pulls: own,
    })),
  };
}
