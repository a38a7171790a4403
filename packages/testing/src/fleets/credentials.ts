import fc from 'fast-check';
import { one, type Plain, some, under } from './plain.ts';
import { type KnownKeys, secretSource } from './secret-sources.ts';
import { host, someText } from './words.ts';

/** A Secret whose name, where it has one, is unlike every other. */
function secret(prefix: string, keys: KnownKeys): fc.Arbitrary<Plain> {
  const shape = {
    name: uniqueName(prefix),
    key: fc.constant(keys.key),
    from: secretSource(keys),
  };
  // Without a source the default of the fleet decides, which is not always one that is complete.
  return fc.oneof(
    { arbitrary: some(shape, 'from'), weight: 15 },
    { arbitrary: some(shape), weight: 1 },
  );
}

// Distinct by far, so that two credentials hardly ever share a Secret by chance.
function uniqueName(prefix: string): fc.Arbitrary<string> {
  return fc.stringMatching(/^[a-z0-9]{8}$/).map((text) => `${prefix}-${text}`);
}

function known(key: string, ...others: readonly string[]): KnownKeys {
  return { key, more: [key, ...others] };
}

const id = fc.integer({ min: 1, max: 9_999_999 });

/** A token or an App. */
export const github = one(
  under('pat', some({ secret: secret('pat', known('github_token')) }, 'secret')),
  under(
    'app',
    some(
      {
        id,
        installationId: id,
        secret: secret(
          'app',
          known('github_app_private_key', 'github_app_id', 'github_app_installation_id'),
        ),
      },
      'id',
      'installationId',
      'secret',
    ),
  ),
);

/** A login for pulls. */
export const login = under(
  'registry',
  some(
    {
      server: host,
      username: someText,
      secret: secret('pull', { key: '.dockerconfigjson', more: ['username', 'password'] }),
    },
    'server',
    'username',
    'secret',
  ),
);

/** The Secret of a webhook. */
export const webhookSecret = secret('hook', known('github_webhook_secret_token'));
