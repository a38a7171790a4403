import { expect, it } from 'vitest';
import { loadObjectValidator } from '../src/validate-object.ts';
import { type Case, format, missing, refused, unknown } from './violations.ts';

const metadata = { name: 'x', namespace: 'y' };

function external(spec: object): object {
  const whole = {
    secretStoreRef: { kind: 'SecretStore', name: 'vault' },
    target: { name: 'x' },
    data: [{ secretKey: 'a', remoteRef: { key: 'b' } }],
    ...spec,
  };
  return { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata, spec: whole };
}

function vault(spec: object, destination: object = {}): object {
  const transformation = { excludeRaw: true, templates: {} };
  const whole = {
    mount: 'kv',
    type: 'kv-v2',
    path: 'a',
    destination: { create: true, name: 'x', transformation, ...destination },
    ...spec,
  };
  return {
    apiVersion: 'secrets.hashicorp.com/v1beta1',
    kind: 'VaultStaticSecret',
    metadata,
    spec: whole,
  };
}

const objects: readonly Case[] = [
  [
    'an external secret that reads each minute by a word',
    external({ refreshInterval: 'hourly' }),
    format(['spec', 'refreshInterval'], 'must be a duration such as 90s, 30m or 1h30m'),
  ],
  [
    'whole entries, which could hold keys of another credential',
    external({ dataFrom: [] }),
    unknown(['spec', 'dataFrom']),
  ],
  [
    'a Vault secret that makes no Secret',
    vault({}, { create: false }),
    refused(
      ['spec', 'destination', 'create'],
      'must be true, because the Secret would have to exist without it',
      'true',
    ),
  ],
  [
    'a Vault secret with two units of time',
    vault({ refreshAfter: '1h30m' }),
    format(['spec', 'refreshAfter'], 'must be one number and s, m or h, such as 1h'),
  ],
  [
    'a sealed secret without ciphertext',
    { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', metadata, spec: {} },
    missing(['spec', 'encryptedData']),
  ],
];

it.each(objects)('refuses %s, once', async (_, object, violation) => {
  const { apiVersion, kind } = object as Record<string, string>;
  const validate = await loadObjectValidator(apiVersion!, kind!);
  expect(validate(object)).toEqual([violation]);
});
