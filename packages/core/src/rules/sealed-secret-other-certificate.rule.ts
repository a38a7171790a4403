import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';
import { enumerate } from './enumerate.ts';
import { exampleCiphertext } from './example.ts';

interface OtherCertificate {
  /** Whose Secret it is, in words. */
  readonly owner: string;
  readonly labels: readonly string[];
  readonly environment: string;
  /** An environment that has the same ciphertext and another certificate. */
  readonly other: string;
  readonly command: string;
}

const environments = (staging: string) =>
  exampleFleet(`registry: { direct: [docker.io, quay.io] }
secrets: { sealing: { certificate: sealing/production.pem } }
credentials:
  github: { pat: { secret: { from: { sealedSecret: { sealed: { actions-runner-system/github: { github_token: ${exampleCiphertext} } } } } } } }
environments:
  production: {}
  staging: ${staging}`);

export const sealedSecretOtherCertificate = defineRule<OtherCertificate>({
  code: 'FLC4134',
  name: 'sealed-secret-other-certificate',
  severity: 'warning',
  title: 'Environments with different certificates share one ciphertext',
  message: ({ owner, labels, environment, other }) =>
    `environment "${environment}" has another certificate than "${other}" and the same ciphertext of ${owner} for ${enumerate(labels)}`,
  label: () => 'another key',
  why: 'ciphertext opens with the key of one certificate alone, so one of the clusters cannot open it',
  fix: ({ command }) => `pipe the value into "${command}"`,
  source: 'https://github.com/bitnami-labs/sealed-secrets#how-it-works',
  examples: {
    bad: environments(
      '{ override: { secrets: { sealing: { certificate: sealing/staging.pem } } } }',
    ),
    good: environments('{}'),
  },
});
