import type { Bundle } from '@fleetc/core';
import { uninstallRelease } from '../../layout/helm-commands.ts';
import { awaitNoRunner, scaleToZero } from '../../layout/retire-runners.ts';
import { formatCommand, inNamespace, quoteWord } from '../../layout/shell.ts';
import { makesNamespaces, namespacesOf, type StageContent } from './contents.ts';

const remove = 'kubectl delete --ignore-not-found';

/**
 * Everything that takes an installation down: the reverse order, and the runners gone before the controller that has to
 * sign them off at GitHub. Without it their finalizers would hold the namespaces for ever.
 */
export function uninstallCommands(bundle: Bundle, contents: readonly StageContent[]): string[] {
  return [
    ...contents
      .filter((content) => !makesNamespaces(content))
      .toReversed()
      .flatMap(uninstallStage),
    ...bundle.pendingSecrets.map(({ name, namespace }) =>
      formatCommand(`${remove} secret`, quoteWord(name), inNamespace(namespace)),
    ),
    ...contents.filter(makesNamespaces).flatMap(uninstallStage),
  ];
}

function uninstallStage(content: StageContent): string[] {
  const releases = content.releases.map(uninstallRelease);
  if (content.stage === 'runners') return [...emptyPools(content), ...deleteObjects(content)];
  return [...deleteObjects(content), ...releases];
}

function deleteObjects({ folder, releases, objects }: StageContent): string[] {
  const readable = objects.filter(({ encrypted }) => !encrypted);
  // Their files are nothing that kubectl could read.
  const byName = objects
    .filter(({ encrypted }) => encrypted)
    .map(({ object: { metadata } }) =>
      formatCommand(`${remove} secret`, quoteWord(metadata.name), inNamespace(metadata.namespace!)),
    );
  if (readable.length === 0) return byName;
  if (releases.length + byName.length === 0) {
    return [formatCommand(remove, '--recursive', `-f ${folder}`)];
  }
  const files = readable.map(({ file }) => `-f ${quoteWord(file)}`);
  return [...byName, formatCommand(remove, ...files)];
}

// A runner that works ends its job first. The kinds have no scale subresource, so `kubectl scale` cannot do it.
function emptyPools(content: StageContent): string[] {
  return [
    formatCommand('kubectl patch --type merge', scaleToZero, '--recursive', `-f ${content.folder}`),
    ...namespacesOf(content).map(awaitNoRunner),
  ];
}
