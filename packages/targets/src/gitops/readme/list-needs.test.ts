import { expect, it } from 'vitest';
import { bareBundle, createObject, createRelease, wholeBundle } from '../../testing/bundle.ts';
import { listNeeds } from './list-needs.ts';

it('needs nothing for nothing', () => {
  expect(listNeeds(bareBundle)).toEqual([]);
});

it('lists the Secrets that people or fleetc make', () => {
  expect(listNeeds(wholeBundle)).toEqual([
    '- Secret `web-app` in `web` with the keys `github_app_id`, `github_app_installation_id` and\n  `github_app_private_key`, used by pool "web"',
    '- Secret `controller-manager` in `arc` with the key `github_token`, used by controller and pool\n  "build"; `fleetc secrets` makes it',
    '- Secret `harbor-pull` in `web` with the key `.dockerconfigjson`, used by pool "web"; `fleetc\n  secrets` makes it',
  ]);
});

it('lists the operators of the objects that bring Secrets, and namespaces that nothing makes', () => {
  const items = [
    createObject('secrets', ['external-secrets.io/v1', 'ExternalSecret', 'a', 'one']),
    createObject('secrets', ['external-secrets.io/v1', 'ExternalSecret', 'b', 'one']),
    createObject('secrets', ['bitnami.com/v1alpha1', 'SealedSecret', 'a', 'two']),
    createObject('secrets', ['secrets.hashicorp.com/v1beta1', 'VaultStaticSecret', 'a', 'two']),
    createObject('namespaces', ['v1', 'Namespace', 'three']),
    createObject('access', ['v1', 'ServiceAccount', 'a', 'three']),
  ];
  expect(listNeeds({ ...bareBundle, items })).toEqual([
    '- External Secrets Operator, with the stores that the objects name',
    '- Vault Secrets Operator, logged in to Vault',
    '- Sealed Secrets, with the key that the values were sealed for',
    '- the namespaces `one` and `two`',
  ]);
});

it('needs cert-manager where the controller asks for a certificate and nothing installs it', () => {
  const release = { name: 'a', namespace: 'a', repository: 'oci://x', chart: 'a', version: '1' };
  const needs = (values: { certManagerEnabled?: boolean }) =>
    listNeeds({ ...bareBundle, items: [createRelease('controller', { ...release, values })] });
  expect(needs({})).toEqual(['- cert-manager, running', '- the namespace `a`']);
  expect(needs({ certManagerEnabled: false })).toEqual(['- the namespace `a`']);
});
