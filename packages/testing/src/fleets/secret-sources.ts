import fc from 'fast-check';
import { encryptedFile } from './encrypted-files.ts';
import { named, one, type Plain, some, under } from './plain.ts';
import { longDuration, objectName } from './words.ts';

const text = fc.constantFrom('ci/github', 'token', 'a"b', 'é {{ x }}', 'data');
const decoding = fc.constantFrom('None', 'Auto', 'Base64', 'Base64URL');
const entry = { key: text, property: text, version: fc.constantFrom('3', 'latest'), decoding };
const vaultPath = fc.constantFrom('kv', 'ci/github', 'a/b/c', 'data/ci');
const vaultTime = fc.constantFrom('1h', '30m', '90s', '1.5h');
const vaultAuth = fc.constantFrom('arc', 'vault/arc');
const engine = fc.constantFrom('kv-v1', 'kv-v2');
const scope = fc.constantFrom('strict', 'namespace', 'cluster');

const store = fc.oneof(
  objectName,
  some({ name: objectName, kind: fc.constantFrom('ClusterSecretStore', 'SecretStore') }, 'name'),
);

/** As long as ciphertext for a key of 2048 bits is, with any value. */
const ciphertext = fc
  .stringMatching(/^[A-Za-z0-9+/]{8}$/)
  .map((end) => `AQAA${'cipher'.repeat(416)}${end}`);

/** What is known about the keys of a Secret. */
export interface KnownKeys {
  /** The one that no Secret is without. */
  readonly key: string;
  /** Those that a source may give, too. */
  readonly more: readonly string[];
}

/** Where the content of a Secret comes from: every source, right in most cases. */
export function secretSource({ key, more }: KnownKeys): fc.Arbitrary<Plain> {
  const field = fc.constantFrom(...more);
  return one(
    fc.constant({ existing: true }),
    under('env', fc.stringMatching(/^FLEETC_TEST_[A-Z]{1,6}$/)),
    under('file', fc.stringMatching(/^secrets\/[a-z]{1,6}\.pem$/)),
    under('externalSecret', externalSecret(field)),
    under('vaultSecret', vaultSecret(field)),
    under('sealedSecret', sealedSecret(key)),
    under('sops', fc.constant({ file: encryptedFile(key) })),
  );
}

function externalSecret(field: fc.Arbitrary<string>): fc.Arbitrary<Plain> {
  return some({
    store,
    ...entry,
    fields: named(field, some(entry), { max: 2 }),
    refreshPolicy: fc.constantFrom('Periodic', 'OnChange', 'CreatedOnce'),
    refresh: longDuration,
  });
}

function vaultSecret(field: fc.Arbitrary<string>): fc.Arbitrary<Plain> {
  return some({
    auth: vaultAuth,
    mount: vaultPath,
    type: engine,
    entry: vaultPath,
    field: text,
    fields: named(field, text, { max: 2 }),
    refresh: vaultTime,
  });
}

// Which namespaces a Secret is needed in only the fleet around it knows; one scope serves them all.
function sealedSecret(key: string): fc.Arbitrary<Plain> {
  const sealed = named(fc.constant('*'), under(key, ciphertext), { min: 1 });
  return fc.oneof(
    { arbitrary: fc.record({ scope: fc.constant('cluster'), sealed }), weight: 12 },
    { arbitrary: some({ scope, sealed }, 'sealed'), weight: 1 },
  );
}

/** What holds for every Secret that does not say otherwise. */
export const secretDefaults = some(
  {
    default: fc.constantFrom(
      'existing',
      'externalSecret',
      'vaultSecret',
      'existing',
      'sealedSecret',
      'sops',
    ),
    keyPrefix: fc.constantFrom('ci/', 'prod-'),
    refresh: vaultTime,
    store,
    property: text,
    vault: some({ auth: vaultAuth, mount: vaultPath, type: engine }, 'mount'),
    sealing: some({ scope, certificate: fc.constantFrom('sealing.pem', 'keys/a.pem') }),
    sops: some({
      folder: fc.constantFrom('secrets', 'a/b'),
      recipients: fc.constantFrom(
        ['age1nlp6q33d8ar0fnrlvn2vnadlme9ds50whm0d2gesgd7n88thtumslf2kec'],
        ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'],
      ),
    }),
  },
  'store',
  'vault',
);
