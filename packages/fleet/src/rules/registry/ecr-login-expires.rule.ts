import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const registry = `registry: { proxy: { ecr: ${ecr} }`;

export const ecrLoginExpires = defineCheck<{ credential: string }>({
  code: 'FLC4459',
  name: 'ecr-login-expires',
  severity: 'warning',
  title: 'A login at Amazon ECR is kept in a Secret that nobody renews',
  message: ({ credential }) =>
    `"${credential}" is a login at Amazon ECR, which ends after 12 hours`,
  label: () => 'ends after 12 hours',
  why: 'once the password is over, every pull of an image that the node does not have fails',
  fix: 'on EKS leave the pull secret out, because the kubelet logs in with the rights of the node; elsewhere let External Secrets Operator generate it and say "existing: true"',
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
  examples: {
    bad: exampleFleet(
      `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  pull: { registry: { server: ${ecr}, username: AWS, secret: { from: { env: ECR_PASSWORD } } } }\n${registry}, pullSecrets: [pull] }`,
    ),
    good: exampleFleet(`${registry} }`),
  },
  check(fleet, report) {
    for (const credential of fleet.credentials.values()) {
      if (credential.kind !== 'registry' || !isEcr(credential.server)) continue;
      const { name, path, secret } = credential;
      const isStatic = /^(env|file|sealedSecret|sops)$/.test(secret.from.source);
      if (isStatic) report({ credential: name }, [...path, 'registry', 'server']);
    }
  },
});

function isEcr(server: string): boolean {
  return /^[0-9]{12}\.dkr[.-]ecr\b/.test(server);
}
