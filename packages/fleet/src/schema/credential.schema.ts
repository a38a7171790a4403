import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { secret } from './secret.schema.ts';
import { host } from './text.schema.ts';

const numericId = (description: string, example: number) =>
  describe(z.int().positive(), description, example);

const credential = () =>
  exclusiveMap(
    'Credential',
    {
      pat: describe(
        strictMap('Personal access token', {
          secret: secret('The Secret that holds the token under `github_token`.').optional(),
        }),
        'A GitHub personal access token (classic).',
        { secret: { from: { env: 'GITHUB_TOKEN' } } },
      ).optional(),
      app: describe(
        strictMap('GitHub App', {
          id: numericId("Numeric App ID from the App's settings page; not the client ID.", 12345),
          installationId: numericId(
            'Numeric ID of the installation on the one account that this credential serves.',
            67890,
          ),
          secret: secret('The Secret that holds the private key and both IDs.').optional(),
        }),
        'A GitHub App installation. Serves organizations and repositories, never an enterprise.',
        { id: 12345, installationId: 67890, secret: { from: { file: 'app.pem' } } },
      ).optional(),
      registry: describe(
        strictMap('Registry login', {
          server: describe(
            host(),
            'Registry host, as it stands in image references.',
            'harbor.example.com',
          ),
          username: describe(
            z.string().min(1),
            'User or robot name; needed when fleetc writes the Secret.',
            'robot$ci',
          ).optional(),
          secret: secret('The pull secret, of type `kubernetes.io/dockerconfigjson`.').optional(),
        }),
        'A login for image pulls.',
        {
          server: 'harbor.example.com',
          username: 'robot$ci',
          secret: { from: { env: 'HARBOR_PASSWORD' } },
        },
      ).optional(),
    },
    exclusive.credentialKind,
  );

export const credentialSchema = credential();
