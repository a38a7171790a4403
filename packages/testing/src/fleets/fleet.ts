import fc from 'fast-check';
import * as controller from './controller.ts';
import * as credentials from './credentials.ts';
import { network } from './network.ts';
import { outputs } from './outputs.ts';
import { named, type Plain, rarely, some } from './plain.ts';
import { poolFields, profileFields } from './pool.ts';
import { registryFields } from './registry.ts';
import { scopeFields } from './scopes.ts';
import { secretDefaults } from './secret-sources.ts';
import { annotations, labels, name } from './words.ts';
import { wireFleet } from './wire-fleet.ts';

const choice = fc.nat(60);

const poolParts = fc.record({
  fields: poolFields,
  scopes: fc.array(choice, { maxLength: 2 }),
  profile: choice,
});

/** The parts of a fleet, not yet referring to each other. */
const fleetParts = fc.record({
  metadata: some(
    { name, labels, annotations, namePrefix: fc.constantFrom('', 'ci-', 'p') },
    'name',
  ),
  schema: rarely(fc.constant('https://fleetc.dev/schemas/v1/fleet.schema.json')),
  github: rarely(controller.github),
  network: rarely(network, 2),
  namespaces: rarely(some({ create: fc.boolean() })),
  controller: rarely(controller.controllerFields, 2),
  webhookServer: rarely(controller.webhookServer, 3),
  watch: fc.constantFrom(
    undefined,
    'namespace' as const,
    'cluster' as const,
    'named' as const,
    'all' as const,
  ),
  namespace: rarely(fc.constantFrom('arc', 'runners'), 2),
  registry: rarely(registryFields, 2),
  secrets: secretDefaults,
  credentials: named(name, credentials.github, { min: 1 }),
  logins: named(name, credentials.login, { max: 2 }),
  scopes: named(name, scopeFields, { min: 1 }),
  profiles: named(name, profileFields, { max: 2 }),
  pools: named(name, poolParts, { min: 1 }),
  environments: rarely(
    named(name, fc.record({ isNarrow: fc.boolean(), change: choice }), { min: 1, max: 2 }),
    3,
  ),
  outputs: rarely(outputs, 4),
  choice,
});

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;
/** The parts of a fleet before they are wired. */
export type FleetParts = Of<typeof fleetParts>;
/** The parts of one pool. */
export type PoolParts = Of<typeof poolParts>;

/** A whole fleet.yaml as plain data, with every block and field of the language now and then. Most of them are right. */
export const fleets: fc.Arbitrary<Plain> = fleetParts.map(wireFleet);
