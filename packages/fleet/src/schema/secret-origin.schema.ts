import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import {
  choice,
  dataKey,
  envName,
  goDuration,
  objectName,
  relativePath,
  sealedFor,
  sealedValue,
  vaultAuth,
  vaultDuration,
  vaultPath,
} from './text.schema.ts';

/** A store of External Secrets Operator. */
export const store = () =>
  z.union([
    objectName(),
    strictMap('Secret store', {
      name: describe(objectName(), 'Name of the store.', 'vault'),
      kind: describe(
        choice({
          ClusterSecretStore: 'One store for every namespace.',
          SecretStore: 'A store in the namespace of each Secret.',
        }),
        'ClusterSecretStore when absent; a SecretStore is looked up in the namespace of each Secret.',
      ).optional(),
    }),
  ]);

export const sealingScope = () =>
  choice({
    strict: 'Name and namespace must stay.',
    namespace: 'The namespace must stay.',
    cluster: 'Nothing must stay: any namespace may open the values.',
  });
export const vaultEngine = () =>
  choice({
    'kv-v1': 'The key-value engine without versions.',
    'kv-v2': 'The key-value engine with versions.',
  });

const property = () =>
  describe(
    z.string().min(1),
    'Part of the entry, in the words of the store; the entry as it stands when absent.',
    'token',
  );

const remoteEntry = {
  property: property().optional(),
  version: describe(
    z.string().min(1),
    'Version of the entry, for stores that keep several.',
    '2',
  ).optional(),
  decoding: describe(
    choice({
      None: 'The text as it is stored.',
      Auto: 'Base64 where the text is base64, else the text as it is stored.',
      Base64: 'From base64.',
      Base64URL: 'From base64 in the alphabet of URLs.',
    }),
    'How the stored text is decoded; None when absent. Base64 suits a private key that was stored in one line.',
    'Base64',
  ).optional(),
};

const externalSecret = () =>
  strictMap('External secret', {
    store: describe(store(), 'The store; `secrets.store` when absent.', 'vault').optional(),
    key: describe(
      z.string().min(1),
      'Entry in the store; `secrets.keyPrefix` and the name of the credential when absent.',
      'ci/github',
    ).optional(),
    ...remoteEntry,
    fields: describe(
      z.record(
        dataKey(),
        strictMap('Remote entry', {
          key: describe(
            z.string().min(1),
            'Entry in the store; that of the Secret when absent.',
            'ci/github',
          ).optional(),
          ...remoteEntry,
        }),
      ),
      'Keys of the Secret that come from an entry or a property of their own. For a registry login: `username` and `password`, or `.dockerconfigjson` for a whole configuration.',
      { github_app_private_key: { property: 'private_key', decoding: 'Base64' } },
    ).optional(),
    refreshPolicy: describe(
      choice({
        Periodic: 'At each interval.',
        OnChange: 'When the ExternalSecret changes.',
        CreatedOnce: 'Once.',
      }),
      'When the operator reads again; Periodic when absent.',
    ).optional(),
    refresh: describe(
      goDuration(),
      'Time between two readings; `secrets.refresh` when absent.',
      '1h',
    ).optional(),
  });

const vaultSecret = () =>
  strictMap('Vault secret', {
    auth: describe(
      vaultAuth(),
      "VaultAuth as `name` or `namespace/name`; `secrets.vault.auth` when absent, else the operator's default.",
      'arc',
    ).optional(),
    mount: describe(
      vaultPath(),
      'Mount of the engine; `secrets.vault.mount` when absent.',
      'kv',
    ).optional(),
    type: describe(
      vaultEngine(),
      'Engine; `secrets.vault.type` when absent, else kv-v2.',
    ).optional(),
    entry: describe(
      vaultPath(),
      'Path below the mount, without `data/`; `secrets.keyPrefix` and the name of the credential when absent.',
      'ci/github',
    ).optional(),
    field: describe(
      z.string().min(1),
      'Field of the entry; named like the key of the Secret when absent, `password` for a registry login.',
      'token',
    ).optional(),
    fields: describe(
      z.record(dataKey(), z.string().min(1)),
      'Key of the Secret to a field of the entry, for more than one. For a registry login: `username` and `password`, or `.dockerconfigjson` for a whole configuration.',
      { password: 'robot_secret' },
    ).optional(),
    refresh: describe(
      vaultDuration(),
      'Time between two readings; `secrets.refresh` when absent.',
      '1h',
    ).optional(),
  });

const sealedSecret = () =>
  strictMap('Sealed secret', {
    scope: describe(
      sealingScope(),
      'What must stay for the values to be opened: `strict` for name and namespace, `namespace`, or `cluster` for nothing; `secrets.sealing.scope` when absent.',
    ).optional(),
    sealed: describe(
      z.record(sealedFor(), z.record(dataKey(), sealedValue())),
      'Ciphertext by what it was sealed for (`namespace/name`, `namespace`, or `*`) and key. `fleetc seal` writes it.',
      { 'actions-runner-system/controller-manager': {} },
    ).optional(),
  });

/** Where the content of a Secret comes from. */
export const secretOrigin = () =>
  describe(
    exclusiveMap(
      'Secret source',
      {
        existing: describe(
          z.literal(true),
          'The Secret is made by somebody else; fleetc only refers to it.',
          true,
        ).optional(),
        externalSecret: describe(
          externalSecret(),
          'External Secrets Operator fetches the value: an ExternalSecret is emitted.',
          { store: 'vault', key: 'ci/github', property: 'token' },
        ).optional(),
        sealedSecret: describe(
          sealedSecret(),
          'The value stands here as ciphertext for Sealed Secrets: a SealedSecret is emitted.',
          {},
        ).optional(),
        sops: describe(
          strictMap('SOPS file', {
            file: describe(
              relativePath(),
              'Encrypted Secret, relative to fleet.yaml; named like the credential in `secrets.sops.folder` when absent.',
              'secrets/github.sops.yaml',
            ).optional(),
          }),
          'The value stands in a file that SOPS encrypted; `build` places it and never decrypts it.',
          {},
        ).optional(),
        vaultSecret: describe(
          vaultSecret(),
          'Vault Secrets Operator fetches the value: a VaultStaticSecret is emitted.',
          { mount: 'kv', entry: 'ci/github', field: 'token' },
        ).optional(),
        env: describe(
          envName(),
          'Environment variable that holds the value when `fleetc secrets` runs; never read by `build`.',
          'GITHUB_TOKEN',
        ).optional(),
        file: describe(
          z.string().min(1),
          'File that holds the value when `fleetc secrets` runs, relative to fleet.yaml; never read by `build`.',
          'secrets/app.pem',
        ).optional(),
      },
      exclusive.secretSource,
    ),
    'Where the content comes from; `secrets.default` when absent. The content itself can never be written in this file.',
    { existing: true },
    { env: 'GITHUB_TOKEN' },
  );

/** What holds for every Secret that does not say otherwise. */
export const secretsSchema = strictMap('Secrets', {
  default: describe(
    choice({
      existing: 'Somebody else makes the Secret.',
      externalSecret: 'External Secrets Operator fetches the value.',
      sealedSecret: 'The value stands in this file as ciphertext for Sealed Secrets.',
      sops: 'The value stands in a file that SOPS encrypted.',
      vaultSecret: 'Vault Secrets Operator fetches the value.',
    }),
    'Source of every Secret that names none.',
    'externalSecret',
  ).optional(),
  keyPrefix: describe(
    z.string().min(1),
    "What precedes the credential's name in the key of an entry that is not named.",
    'ci/',
  ).optional(),
  refresh: describe(
    vaultDuration(),
    'Time between two readings of a secret manager; 1h when absent.',
    '1h',
  ).optional(),
  store: describe(
    store(),
    'The store of External Secrets Operator: a name is that of a ClusterSecretStore.',
    'vault',
  ).optional(),
  property: describe(
    z.string().min(1),
    'Part of each entry that is not named; the entry as it stands when absent.',
    'value',
  ).optional(),
  vault: describe(
    strictMap('Vault', {
      auth: describe(
        vaultAuth(),
        "VaultAuth as `name` or `namespace/name`; the operator's default when absent.",
        'arc',
      ).optional(),
      mount: describe(vaultPath(), 'Mount of the key-value engine.', 'kv').optional(),
      type: describe(vaultEngine(), 'Version of the engine; kv-v2 when absent.').optional(),
    }),
    'Where Vault Secrets Operator reads.',
    { auth: 'arc', mount: 'kv' },
  ).optional(),
  sealing: describe(
    strictMap('Sealing', {
      scope: describe(
        sealingScope(),
        'What must stay for sealed values to be opened; `strict` when absent.',
      ).optional(),
      certificate: describe(
        relativePath(),
        'The sealing certificate, relative to fleet.yaml, for `fleetc seal` without `--cert`. It is public and may be committed.',
        'sealing.pem',
      ).optional(),
    }),
    'How `fleetc seal` encrypts for Sealed Secrets.',
    { certificate: 'sealing.pem' },
  ).optional(),
  sops: describe(
    strictMap('SOPS', {
      folder: describe(
        relativePath(),
        'Folder of encrypted Secrets, relative to fleet.yaml; `secrets` when absent.',
        'secrets',
      ).optional(),
      recipients: describe(
        z.array(z.string().min(1)),
        'age recipients for `fleetc seal --sops` without `--age-recipient`. They are public.',
        ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'],
      ).optional(),
    }),
    'How `fleetc seal --sops` encrypts.',
    { folder: 'secrets' },
  ).optional(),
});
