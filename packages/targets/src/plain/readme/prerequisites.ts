import type { Bundle, PendingSecret, Permission, SecretUse } from '@fleetc/core';
import { allNamespaces, type StageContent } from './contents.ts';
import { listSecretOperators } from './delivered-secrets.ts';
import { code, enumerate, listItem, plainText, tableRow } from '../../layout/markdown.ts';

/** What has to be there before the first command, as list items. */
export function listPrerequisites(bundle: Bundle, contents: readonly StageContent[]): string[] {
  return [
    listItem('`kubectl` and `helm` (3.8 or later), with administrator rights in the cluster'),
    ...(bundle.pendingSecrets.length > 0 ? [listItem('`fleetc`, which makes the Secrets')] : []),
    ...listSecretOperators(contents),
    ...describeCertManager(contents),
    ...describeNamespaces(contents),
    ...bundle.existingSecrets.map(describeExistingSecret),
  ];
}

/** Where the content of each Secret that `fleetc secrets` makes comes from, as list items. */
export function listPendingSecrets(secrets: readonly PendingSecret[]): string[] {
  return secrets.map((secret) => {
    const { content } = secret;
    const value = content.form === 'keys' ? content.value : content.password;
    const source =
      value.source === 'env'
        ? `environment variable ${code(value.variable)}`
        : `file ${code(value.file)}`;
    return listItem(`${source}: for Secret ${describeSecret(secret)}`);
  });
}

/** One row for each permission; names stand in the first row of their group only. */
export function permissionRows(permissions: readonly Permission[]): string[] {
  return permissions.flatMap(({ credential, kind, scope, target, permissions: granted }) =>
    granted.map((permission, index) => {
      const names = [
        `${code(credential)} (${credentialKinds[kind]})`,
        `${code(scope)}, ${plainText(target)}`,
      ];
      return tableRow(
        ...(index === 0 ? names : ['', '']),
        /\s/.test(permission) ? plainText(permission) : code(permission),
      );
    }),
  );
}

const credentialKinds: Readonly<Record<Permission['kind'], string>> = {
  pat: 'personal access token',
  app: 'GitHub App',
};

// The chart asks for a certificate unless its values say otherwise.
function describeCertManager(contents: readonly StageContent[]): string[] {
  const isInstalled = contents.some(({ stage }) => stage === 'cert-manager');
  const needsIt = contents.some(
    ({ stage, releases }) =>
      stage === 'controller' &&
      releases.some(({ release }) => release.values.certManagerEnabled !== false),
  );
  return needsIt && !isInstalled ? [listItem('cert-manager, running in the cluster')] : [];
}

function describeNamespaces(contents: readonly StageContent[]): string[] {
  const made = new Set(
    contents.flatMap(({ objects }) =>
      objects.flatMap(({ object }) => (object.kind === 'Namespace' ? object.metadata.name : [])),
    ),
  );
  return allNamespaces(contents)
    .filter((namespace) => !made.has(namespace))
    .map((namespace) => listItem(`namespace ${code(namespace)}`));
}

function describeExistingSecret(secret: SecretUse): string {
  return listItem(`Secret ${describeSecret(secret)}`);
}

function describeSecret({ name, namespace, keys, consumers }: SecretUse): string {
  const [key, ...more] = keys;
  const keyWords = more.length > 0 ? 'with the keys' : 'with the key';
  const content = key === undefined ? '' : ` ${keyWords} ${enumerate(keys.map(code), Infinity)}`;
  const users = consumers.length === 0 ? '' : `, used by ${enumerate(consumers.map(plainText))}`;
  return `${code(name)} in ${code(namespace)}${content}${users}`;
}
