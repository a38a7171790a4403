import type { FluxOutput } from '@fleetc/core';
import { formatCommand, inNamespace, quoteWord } from '../../layout/shell.ts';
import { awaitNoRunner, runnerNamespaces } from '../../layout/retire-runners.ts';
import type { Environment } from '../environment.ts';

/** What points the Flux of an environment at the tree. */
export function bootstrapCommands({ folder }: Environment): string[] {
  return [formatCommand('kubectl apply', `-k ${quoteWord(folder)}`)];
}

/** What shows how far Flux is. */
export function watchCommands({ namespace }: FluxOutput): string[] {
  return [
    formatCommand('flux get kustomizations', inNamespace(namespace)),
    formatCommand('flux get helmreleases', inNamespace(namespace)),
  ];
}

/** What takes an environment down: the last first, each gone before the next goes. */
export function uninstallCommands(
  { bundle, root, source, units }: Environment,
  output: FluxOutput,
): string[] {
  const place = inNamespace(output.namespace);
  const remove = (kind: string, name: string) =>
    formatCommand(`kubectl delete ${kind}`, quoteWord(name), place);
  const kind = `${output.source.kind}repository.source.toolkit.fluxcd.io`;
  const kustomization = 'kustomization.kustomize.toolkit.fluxcd.io';
  return [
    remove(kustomization, root),
    ...units.toReversed().flatMap(({ part, name, content }) => [
      ...(part.step === 'controller' ? runnerNamespaces(bundle).map(awaitNoRunner) : []),
      remove(kustomization, name),
      // Without pruning a Kustomization leaves behind what it applied.
      ...(output.prune || part.step === 'namespaces'
        ? []
        : [formatCommand('kubectl delete --ignore-not-found', `-k ${quoteWord(content)}`)]),
    ]),
    remove(kind, source),
  ];
}
