import type { Fleet, Scope, ScopeTarget } from '@fleetc/fleet';
import type { GraphPart } from './assemble-graph.ts';
import type { GraphNode } from './fleet-graph.ts';
import { nodeId } from './node-id.ts';

/** Every scope, with the credential that registers its runners. */
export function scopePart({ scopes, github }: Fleet): GraphPart {
  const all = [...scopes.values()];
  const host = github.url.replace(/^https?:\/\//, '');
  return {
    groups: [{ id: 'scopes', kind: 'scopes', label: `Scopes at ${host}` }],
    nodes: all.map(toNode),
    edges: all.map(({ name, credential }) => ({
      from: nodeId('credential', credential.name),
      to: nodeId('scope', name),
      meaning: 'authenticates',
    })),
  };
}

function toNode({ name, target, runnerGroup }: Scope): GraphNode {
  const group = runnerGroup === undefined ? [] : [`runner group ${runnerGroup}`];
  return {
    id: nodeId('scope', name),
    kind: 'scope',
    group: 'scopes',
    name,
    label: name,
    details: [inWords(target), ...group],
  };
}

function inWords(target: ScopeTarget): string {
  if (target.level === 'enterprise') return `enterprise ${target.enterprise}`;
  if (target.level === 'organization') return `organization ${target.organization}`;
  return `repository ${target.repository}`;
}
