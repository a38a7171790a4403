import type { Bundle, ObjectItem } from '@fleetc/core';
import { formatCommand, inNamespace, quoteWord } from './shell.ts';

/**
 * The commands that take the runners of a bundle down while its controller is there to sign them off at GitHub: nothing
 * asks for more of them, each ends its job, and only then they are deleted. Without the controller their finalizers
 * would hold their namespaces for ever.
 */
export function retireRunners(bundle: Bundle): string[] {
  return runnerNamespaces(bundle).flatMap((namespace) => retireNamespace(bundle, namespace));
}

/** The namespaces that runners are in, in order. */
export function runnerNamespaces({ items }: Bundle): string[] {
  const objects = items.filter(isRunner);
  return [...new Set(objects.map(({ object }) => object.metadata.namespace!))].sort();
}

/** What waits until no runner is left in a namespace. */
export function awaitNoRunner(namespace: string): string {
  return formatCommand(
    'kubectl wait --for delete pods',
    '--selector actions-runner',
    inNamespace(namespace),
    '--timeout 1h',
  );
}

/** What a runner kind is told so that it has none. */
export const scaleToZero = `--patch '{"spec":{"replicas":0}}'`;

// By label rather than by file: a tree may be cut in ways that no folder holds the runners alone.
function retireNamespace({ fleet, items }: Bundle, namespace: string): string[] {
  const own = items.flatMap((item) =>
    item.type === 'object' && item.object.metadata.namespace === namespace ? [item] : [],
  );
  const scope = [
    `--selector ${quoteWord(`app.kubernetes.io/part-of=${fleet}`)}`,
    inNamespace(namespace),
  ];
  const runners = kindsOf(own.filter(isRunner));
  const autoscalers = kindsOf(own.filter(({ stage }) => stage === 'autoscalers'));
  return [
    ...(autoscalers === '' ? [] : [formatCommand('kubectl delete', autoscalers, ...scope)]),
    // The kinds have no scale subresource, so `kubectl scale` cannot do it.
    formatCommand(
      'kubectl get',
      runners,
      ...scope,
      '--output name',
      `| xargs kubectl patch ${inNamespace(namespace)}`,
      '--type merge',
      scaleToZero,
    ),
    awaitNoRunner(namespace),
    formatCommand('kubectl delete', runners, ...scope),
  ];
}

function isRunner(item: Bundle['items'][number]): item is ObjectItem {
  return item.type === 'object' && item.stage === 'runners';
}

function kindsOf(items: readonly ObjectItem[]): string {
  return [...new Set(items.map(({ object }) => `${object.kind.toLowerCase()}s`))].sort().join(',');
}
