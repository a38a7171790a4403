import type { Credential, Fleet } from '@fleetc/fleet';
import type { GraphPart } from './assemble-graph.ts';
import type { GraphNode } from './fleet-graph.ts';
import { nodeId } from './node-id.ts';

const groups = [
  { id: 'credentials', kind: 'credentials', label: 'Credentials' },
  { id: 'logins', kind: 'logins', label: 'Registry logins' },
] as const;

/** Every credential of the fleet: those for GitHub in front of the scopes, registry logins behind the images. */
export function credentialPart(fleet: Fleet): GraphPart {
  const nodes = [...fleet.credentials.values()].map((credential) => toNode(credential, fleet));
  return { groups, nodes, edges: [] };
}

function toNode(credential: Credential, { controller }: Fleet): GraphNode {
  const { name, secret } = credential;
  const isOfController = controller.credential.name === name;
  return {
    id: nodeId('credential', name),
    kind: 'credential',
    group: credential.kind === 'registry' ? 'logins' : 'credentials',
    name,
    label: name,
    details: [
      inWords(credential),
      `Secret ${secret.name}`,
      ...(isOfController ? ["also the controller's"] : []),
    ],
  };
}

function inWords(credential: Credential): string {
  if (credential.kind === 'pat') return 'personal access token';
  if (credential.kind === 'registry') return `login at ${credential.server}`;
  return `GitHub App ${credential.appId}`;
}
