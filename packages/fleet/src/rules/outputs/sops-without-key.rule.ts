import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { sopsSources } from './sops-sources.ts';

const fleetOf = (key: string) =>
  exampleFleet(`controller: { credentials: github }
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  other: { pat: { secret: { from: { sops: {} } } } }
outputs:
  - target: flux
    dir: build/flux
    source: { git: { url: https://git.example.com/infra.git } }${key}`);

export const sopsWithoutKey = defineCheck<{ dir: string }>({
  code: 'FLC4861',
  name: 'sops-without-key',
  severity: 'error',
  title: 'Flux has no key for the Secrets that SOPS encrypted',
  message: ({ dir }) => `the Flux output "${dir}" holds Secrets from SOPS, and names no key`,
  label: () => 'no "decryptionSecret"',
  why: 'Flux decrypts only with a key that its Kustomization names; without one it would apply the ciphertext',
  fix: 'put the age key into a Secret beside Flux, under a key that ends in ".agekey", and name the Secret in "decryptionSecret"',
  source: 'https://fluxcd.io/flux/guides/mozilla-sops/',
  examples: { bad: fleetOf(''), good: fleetOf('\n    decryptionSecret: sops-age') },
  check(fleet, report) {
    const [first] = sopsSources(fleet);
    if (!first) return;
    for (const [index, output] of fleet.outputs.entries()) {
      if (output.target !== 'flux' || output.decryptionSecret !== undefined) continue;
      const related = [{ path: first, text: 'comes from SOPS' }];
      report({ dir: output.dir }, ['outputs', index, 'target'], { related });
    }
  },
});
