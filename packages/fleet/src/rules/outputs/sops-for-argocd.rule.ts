import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { sopsSources } from './sops-sources.ts';

const fleetOf = (origin: string) =>
  exampleFleet(`controller: { credentials: github }
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  other: { pat: { secret: { from: ${origin} } } }
outputs:
  - { target: argocd, dir: build/argocd, repo: { url: https://git.example.com/infra.git } }`);

export const sopsForArgocd = defineCheck<{ dir: string }>({
  code: 'FLC4862',
  name: 'sops-for-argocd',
  severity: 'info',
  title: 'Argo CD cannot read what SOPS encrypted',
  message: ({ dir }) =>
    `the Argo CD output "${dir}" keeps the Secrets from SOPS aside, and nothing applies them`,
  label: () => 'decrypts nothing',
  why: 'Argo CD decrypts only with an addition to its repo server, such as KSOPS, and would apply ciphertext without it; so no Application reaches the folder "encrypted"',
  fix: 'let an Application of your own read that folder with KSOPS, or take the Secrets from External Secrets, Sealed Secrets or Vault',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/secret-management/',
  examples: { bad: fleetOf('{ sops: {} }'), good: fleetOf('{ existing: true }') },
  check(fleet, report) {
    const [first] = sopsSources(fleet);
    if (!first) return;
    for (const [index, output] of fleet.outputs.entries()) {
      if (output.target !== 'argocd') continue;
      const related = [{ path: first, text: 'comes from SOPS' }];
      report({ dir: output.dir }, ['outputs', index, 'target'], { related });
    }
  },
});
