import type { Bundle } from '@fleetc/core';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { installRelease } from '../../layout/helm-commands.ts';
import { applyEncrypted, fillSecrets } from '../../layout/secret-commands.ts';
import { apply, formatCommand, inNamespace, quoteWord } from '../../layout/shell.ts';
import type { LayoutOptions } from '../../target.ts';
import { makesNamespaces, namespacesOf, resourcesOf, type StageContent } from './contents.ts';

/** Everything that installs a bundle, and updates it, in order. Run in the folder of the README. */
export function installCommands(
  bundle: Bundle,
  contents: readonly StageContent[],
  options: LayoutOptions,
): string[] {
  return [
    ...contents.filter(makesNamespaces).flatMap(installStage),
    ...fillSecrets(bundle, options),
    ...contents.filter((content) => !makesNamespaces(content)).flatMap(installStage),
  ];
}

/** What lets the controller and its servers read their Secrets again; they do so when they start. */
export function restartCommands(contents: readonly StageContent[]): string[] {
  const releases = contents
    .filter(({ stage }) => stage === 'controller')
    .flatMap((content) => content.releases);
  return releases.map(({ release: { name, namespace } }) =>
    formatCommand(
      'kubectl rollout restart deployment',
      quoteWord(`--selector=app.kubernetes.io/instance=${name}`),
      inNamespace(namespace),
    ),
  );
}

/** What shows whether the installation runs. */
export function verifyCommands(contents: readonly StageContent[]): string[] {
  const releases = contents.flatMap((content) => content.releases);
  const pools = contents.filter(({ stage }) => stage === 'runners' || stage === 'autoscalers');
  const secrets = contents.filter(({ stage }) => stage === 'secrets');
  const namespaces = [...new Set(pools.flatMap(namespacesOf))].sort();
  const resources = [...pools.flatMap(resourcesOf), 'pods'].join(',');
  return [
    ...secrets.flatMap((content) =>
      namespacesOf(content).map((namespace) =>
        formatCommand('kubectl get', resourcesOf(content).join(','), inNamespace(namespace)),
      ),
    ),
    ...releases.map(({ release }) =>
      formatCommand('helm status', quoteWord(release.name), inNamespace(release.namespace)),
    ),
    ...namespaces.map((namespace) =>
      formatCommand('kubectl get', resources, inNamespace(namespace)),
    ),
  ];
}

function installStage(content: StageContent): string[] {
  return [
    ...content.releases.flatMap((item) => installRelease(item, item.file)),
    ...applyObjects(content),
    ...awaitSecrets(content),
  ];
}

/** The condition by which an object says that its Secret is there. */
const conditions: Readonly<Record<string, string>> = {
  ExternalSecret: 'Ready',
  SealedSecret: 'Synced',
};

// Charts wait for pods, which do not start without their Secrets.
function awaitSecrets({ stage, objects }: StageContent): string[] {
  if (stage !== 'secrets') return [];
  const groups = new Map<string, string[]>();
  for (const { object } of objects) {
    const [command, ends] = waiting(object);
    if (command === undefined) continue;
    const key = JSON.stringify([command, inNamespace(object.metadata.namespace!), ends]);
    groups.set(key, [...(groups.get(key) ?? []), quoteWord(object.metadata.name)]);
  }
  return [...groups].map(([key, names]) => {
    const [command, where, ends] = JSON.parse(key) as [string, string, string];
    return formatCommand(command, ...names.sort(), where + ends);
  });
}

function waiting({ kind }: KubernetesObject): readonly [] | readonly [string, string] {
  const condition = conditions[kind];
  if (condition !== undefined) {
    return [`kubectl wait --for=condition=${condition} ${kind.toLowerCase()}s`, ' --timeout=5m'];
  }
  // Not every release of Vault's operator has conditions.
  return kind === 'VaultStaticSecret' ? ['until kubectl get secrets', '; do sleep 5; done'] : [];
}

// Where values or encrypted Secrets lie beside objects, the folder as a whole is nothing that kubectl could read.
function applyObjects({ folder, releases, objects }: StageContent): string[] {
  const readable = objects.filter(({ encrypted }) => !encrypted);
  const decrypting = objects
    .filter(({ encrypted }) => encrypted)
    .map(({ file }) => applyEncrypted(file));
  if (readable.length === 0) return decrypting;
  if (releases.length + decrypting.length === 0) {
    return [formatCommand(apply, '--recursive', `-f ${folder}`)];
  }
  const files = readable.map(({ file }) => `-f ${quoteWord(file)}`);
  return [formatCommand(apply, ...files), ...decrypting];
}
