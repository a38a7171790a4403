import fc from 'fast-check';
import { one, type Plain, some, under } from './plain.ts';
import { host, someText } from './words.ts';

const source = one(
  fc.constant({ existing: true }),
  under('env', fc.stringMatching(/^FLEETC_TEST_[A-Z]{1,6}$/)),
  under('file', fc.stringMatching(/^secrets\/[a-z]{1,6}\.pem$/)),
);

/** A Secret whose name, where it has one, is unlike every other. */
function secret(prefix: string, key: string): fc.Arbitrary<Plain> {
  return some({ name: uniqueName(prefix), key: fc.constant(key), from: source }, 'from');
}

// Distinct by far, so that two credentials hardly ever share a Secret by chance.
function uniqueName(prefix: string): fc.Arbitrary<string> {
  return fc.stringMatching(/^[a-z0-9]{8}$/).map((text) => `${prefix}-${text}`);
}

const id = fc.integer({ min: 1, max: 9_999_999 });

/** A token or an App. */
export const github = one(
  under('pat', some({ secret: secret('pat', 'github_token') }, 'secret')),
  under(
    'app',
    some(
      { id, installationId: id, secret: secret('app', 'github_app_private_key') },
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
    { server: host, username: someText, secret: secret('pull', '.dockerconfigjson') },
    'server',
    'username',
    'secret',
  ),
);

/** The Secret of a webhook. */
export const webhookSecret = secret('hook', 'github_webhook_secret_token');
