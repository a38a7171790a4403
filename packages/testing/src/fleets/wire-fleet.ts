import type { FleetParts } from './fleet.ts';
import { compact, type Plain, pick } from './plain.ts';
import { wireEnvironments } from './wire-environments.ts';
import { wirePools } from './wire-pools.ts';

/** Lets the parts of a fleet refer to each other, so that what is said fits together. */
export function wireFleet(parts: FleetParts): Plain {
  const { metadata, schema, github, network, namespaces, profiles } = parts;
  const scopes = wireScopes(parts);
  return compact({
    $schema: schema,
    apiVersion: 'fleetc.dev/v1',
    kind: 'Fleet',
    metadata,
    github,
    network,
    namespaces,
    controller: wireController(parts),
    registry: wireRegistry(parts),
    secrets: parts.secrets,
    credentials: { ...parts.logins, ...parts.credentials },
    scopes,
    profiles: Object.keys(profiles).length > 0 ? profiles : undefined,
    pools: wirePools(parts, scopes),
    environments: wireEnvironments(parts),
    outputs: parts.outputs,
  });
}

function wireController(parts: FleetParts): Plain {
  const { namespace, watch } = parts;
  const forms = {
    named: { namespace: namespace ?? 'runners' },
    all: { cluster: true },
    namespace: 'namespace',
    cluster: 'cluster',
  };
  const needsWebhook = JSON.stringify(parts.pools).includes('webhook');
  return compact({
    ...parts.controller,
    namespace,
    watch: watch && forms[watch],
    credentials: Object.keys(parts.credentials)[0],
    webhookServer: parts.webhookServer ?? (needsWebhook ? {} : undefined),
  });
}

function wireRegistry({ registry, logins, credentials, choice }: FleetParts): Plain | undefined {
  const names = Object.keys(logins).filter((name) => !Object.hasOwn(credentials, name));
  if (names.length === 0) return registry;
  const long = Object.fromEntries(names.map((name) => [name, {}]));
  return { ...registry, pullSecrets: choice % 2 === 0 ? names : long };
}

// An App serves no enterprise, and the controller's own credential needs no mention.
function wireScopes({ scopes, credentials, choice }: FleetParts): Readonly<Record<string, Plain>> {
  const names = Object.keys(credentials);
  const tokens = names.filter((name) => 'pat' in (credentials[name] as Plain));
  const entries = Object.entries(scopes as Record<string, Plain>).map(([name, scope], index) => {
    const fitting = 'enterprise' in scope ? tokens : names;
    if (fitting.length === 0) return [name, { organization: 'acme' }];
    const credential = pick(fitting, choice + index);
    const isImplied = credential === names[0] && index % 2 === 0;
    return [name, isImplied ? scope : { ...scope, credentials: credential }];
  });
  return Object.fromEntries(entries) as Record<string, Plain>;
}
