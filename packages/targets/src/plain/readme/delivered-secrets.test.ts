import type { Bundle, ObjectItem } from '@fleetc/core';
import { expect, it } from 'vitest';
import { formatItem, placeItems } from '../../layout/place-items.ts';
import { createObject, wholeBundle } from '../../testing/bundle.ts';
import { listDeliveredSecrets } from './delivered-secrets.ts';
import { renderReadme } from './render-readme.ts';

const external = createObject(
  'secrets',
  ['external-secrets.io/v1', 'ExternalSecret', 'gh', 'arc'],
  {
    spec: { secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' } },
  },
);
const local = createObject('secrets', ['external-secrets.io/v1', 'ExternalSecret', 'hub', 'web'], {
  spec: { secretStoreRef: { kind: 'SecretStore', name: 'vault' } },
});
const vault = (name: string, vaultAuthRef?: string) =>
  createObject('secrets', ['secrets.hashicorp.com/v1beta1', 'VaultStaticSecret', name, 'web'], {
    spec: { ...(vaultAuthRef !== undefined && { vaultAuthRef }) },
  });
const sealed = createObject('secrets', ['bitnami.com/v1alpha1', 'SealedSecret', 'hook', 'arc']);
const text = 'apiVersion: v1\nkind: Secret\nmetadata: { name: app, namespace: web }\nsops: {}\n';
const encrypted: ObjectItem = {
  ...createObject('secrets', ['v1', 'Secret', 'app', 'web']),
  encrypted: { by: 'sops', text },
};

function withItems(...items: ObjectItem[]): Bundle {
  return { ...wholeBundle, items: [...wholeBundle.items, ...items], pendingSecrets: [] };
}

function section(bundle: Bundle, heading: string): string {
  const readme = renderReadme(bundle, placeItems(bundle), { hasEnvironments: false } as never);
  return readme.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
}

it('names the operators that objects of the tree need, and what these read', () => {
  const bundle = withItems(external, local, vault('a'), vault('b', 'arc'), vault('c', 'x/arc'));
  expect(section(withItems(sealed, encrypted), 'Prerequisites')).toContain(
    '- Sealed Secrets, with the key that the values of this tree were sealed for\n- `sops`, with a key that opens the encrypted Secrets\n',
  );
  expect(section(bundle, 'Prerequisites')).toContain(
    `- External Secrets Operator (0.17 or later) with ClusterSecretStore \`vault\`, and SecretStore \`vault\`
  in \`web\`
- Vault Secrets Operator with VaultAuth \`arc\` in \`web\`, and VaultAuth \`arc\` in \`x\`, which has to
  allow the namespace \`web\`, and its default VaultAuth, which has to allow the namespace \`web\`
`,
  );
});

it('says where the Secrets come from that objects bring', () => {
  const bundle: Bundle = {
    ...withItems(external),
    deliveredSecrets: ['arc', 'web'].map((namespace) => ({
      name: 'gh',
      namespace,
      keys: ['github_token'],
      consumers: ['controller'],
      path: [],
      by: 'externalSecret',
      origin: 'ClusterSecretStore "vault", entry "ci/`x`"',
    })),
  };
  expect(section(bundle, 'Install')).toContain(
    'before them:\n\n- ClusterSecretStore `vault`, entry `` ci/`x` ``: for Secret `gh` with the key `github_token`, in\n  `arc` and `web`\n',
  );
});

it('says that an entry holds the value alone, not what the template fills in', () => {
  const secret = {
    name: 'app',
    namespace: 'arc',
    consumers: [],
    path: [],
    by: 'externalSecret',
    origin: 'ClusterSecretStore "vault", entry "ci/app"',
  } as const;
  const lines = (keys: string[], values: string[]) =>
    listDeliveredSecrets([{ ...secret, keys, values }]);
  expect(lines(['id', 'key'], ['key'])).toEqual([
    '- ClusterSecretStore `vault`, entry `ci/app`: for Secret `app`, `key` alone, in `arc`',
  ]);
  expect(lines(['.dockerconfigjson'], ['password', 'username'])).toEqual([
    '- ClusterSecretStore `vault`, entry `ci/app`: for Secret `app`, `password` and `username` alone, in\n  `arc`',
  ]);
  expect(lines(['id', 'key'], ['id', 'key'])).toEqual([
    '- ClusterSecretStore `vault`, entry `ci/app`: for Secret `app` with the keys `id` and `key`, in\n  `arc`',
  ]);
});

it('names every namespace that a Secret has to come into', () => {
  const secrets = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((namespace) => ({
    name: 'gh',
    namespace,
    keys: ['k'],
    consumers: [],
    path: [],
    by: 'vaultSecret' as const,
    origin: 'Vault',
  }));
  expect(listDeliveredSecrets(secrets)).toEqual([
    '- Vault: for Secret `gh` with the key `k`, in `a`, `b`, `c`, `d`, `e`, `f` and `g`',
  ]);
});

it('waits for the Secrets before the charts, which wait for pods', () => {
  const install = section(withItems(external, local, vault('a'), vault('b'), sealed), 'Install');
  expect(install).toContain(`
kubectl apply --server-side --recursive -f 10-secrets/
kubectl wait --for=condition=Ready externalsecrets gh --namespace arc --timeout=5m
kubectl wait --for=condition=Ready externalsecrets hub --namespace web --timeout=5m
until kubectl get secrets a b --namespace web; do sleep 5; done
kubectl wait --for=condition=Synced sealedsecrets hook --namespace arc --timeout=5m
helm upgrade`);
});

it('applies and deletes objects that bring Secrets as a folder', () => {
  const bundle = withItems(external, local);
  expect(section(bundle, 'Install')).toContain(
    '\nkubectl apply --server-side --recursive -f 10-secrets/\n',
  );
  expect(section(bundle, 'Verify')).toContain(
    'kubectl get externalsecrets --namespace arc\nkubectl get externalsecrets --namespace web\n',
  );
  expect(section(bundle, 'Uninstall')).toContain(
    'kubectl delete --ignore-not-found --recursive -f 10-secrets/\n',
  );
});

it('decrypts what is encrypted on its way to the cluster, and touches no byte of it', () => {
  const bundle = withItems(external, encrypted);
  const placed = placeItems(bundle).find((item) => item.type === 'object' && item.encrypted)!;
  expect(placed.file).toBe('10-secrets/web/secret-app.sops.yaml');
  expect(formatItem(placed)).toBe(text);
  expect(section(bundle, 'Install')).toContain(
    `kubectl apply --server-side -f 10-secrets/externalsecret-gh.yaml
sops decrypt 10-secrets/web/secret-app.sops.yaml | kubectl apply --server-side -f -
`,
  );
  expect(section(bundle, 'Uninstall')).toContain(
    `kubectl delete --ignore-not-found secret app --namespace web
kubectl delete --ignore-not-found -f 10-secrets/externalsecret-gh.yaml
`,
  );
  expect(section(withItems(encrypted), 'Install')).not.toContain('-f 10-secrets');
});
