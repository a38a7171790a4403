import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { envName, host, objectName } from './text.schema.ts';

const source = () =>
  describe(
    exclusiveMap(
      'Secret source',
      {
        existing: describe(
          z.literal(true),
          'The Secret is made by somebody else; fleetc only refers to it.',
          true,
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
    'Where the content comes from. The content itself can never be written in this file.',
    { existing: true },
    { env: 'GITHUB_TOKEN' },
  );

/** Reference to a Kubernetes Secret and its source. */
export const secret = (description: string, defaultName = 'the name of the credential') =>
  describe(
    strictMap('Secret', {
      name: describe(
        objectName(),
        `Name of the Secret in the cluster; ${defaultName} when absent.`,
        'controller-manager',
      ).optional(),
      key: describe(
        z.string().min(1),
        'Key inside the Secret. ARC reads fixed keys, so this only confirms the one it reads.',
        'github_token',
      ).optional(),
      from: source(),
    }),
    description,
  );

const numericId = (description: string, example: number) =>
  describe(z.int().positive(), description, example);

const credential = () =>
  exclusiveMap(
    'Credential',
    {
      pat: describe(
        strictMap('Personal access token', {
          secret: secret('The Secret that holds the token under `github_token`.'),
        }),
        'A GitHub personal access token (classic).',
      ).optional(),
      app: describe(
        strictMap('GitHub App', {
          id: numericId("Numeric App ID from the App's settings page; not the client ID.", 12345),
          installationId: numericId(
            'Numeric ID of the installation on the one account that this credential serves.',
            67890,
          ),
          secret: secret('The Secret that holds the private key and both IDs.'),
        }),
        'A GitHub App installation. Serves organizations and repositories, never an enterprise.',
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
          secret: secret('The pull secret, of type `kubernetes.io/dockerconfigjson`.'),
        }),
        'A login for image pulls.',
      ).optional(),
    },
    exclusive.credentialKind,
  );

export const credentialSchema = credential();
