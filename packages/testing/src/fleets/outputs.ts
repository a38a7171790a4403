import fc from 'fast-check';
import { one, type Plain, some, under } from './plain.ts';
import { name, objectName } from './words.ts';

const folder = fc.constantFrom('infra', 'clusters/arc', 'a b/c.d', 'é');
const revision = fc.constantFrom('main', 'v1.2.3', 'refs/heads/main');

const git = some(
  {
    url: fc.constantFrom(
      'https://git.example.com/infra.git',
      'ssh://git@git.example.com:2222/infra.git',
    ),
    revision,
    path: folder,
  },
  'url',
);

const oci = some(
  {
    url: fc.constant('oci://registry.example.com:5000/team/infra'),
    tag: fc.constantFrom('latest', '1.0'),
    path: folder,
  },
  'url',
);

const argocd = some(
  {
    target: fc.constant('argocd'),
    repo: git,
    namespace: name,
    project: objectName,
    layout: fc.constantFrom('applications', 'applicationSet', 'rollingSync'),
    automated: some({ prune: fc.boolean(), selfHeal: fc.boolean() }),
    finalizer: fc.boolean(),
    health: fc.boolean(),
  },
  'target',
  'repo',
);

const flux = some(
  {
    target: fc.constant('flux'),
    source: one(under('git', git), under('oci', oci)),
    namespace: name,
    interval: fc.constantFrom('10m', '1h30m', '90s'),
    prune: fc.boolean(),
    sourceSecret: objectName,
    decryptionSecret: objectName,
  },
  'target',
  'source',
);

const kustomize = some(
  { target: fc.constant('kustomize'), helm: fc.constantFrom('values', 'kustomize') },
  'target',
);

const output = one(
  fc.record({ target: fc.constantFrom('plain', 'helmfile') }) as fc.Arbitrary<Plain>,
  kustomize,
  argocd,
  flux,
);

/** What a fleet is built into, each in a folder of its own. */
export const outputs: fc.Arbitrary<Plain[]> = fc
  .array(output, { minLength: 1, maxLength: 3 })
  .map((entries) => entries.filter(isOwnAgent))
  .map((entries) => entries.map((entry, index) => ({ ...entry, dir: `build/${index}` })));

// To one Argo CD or Flux two outputs are objects of the same names.
function isOwnAgent(output: Plain, index: number, all: readonly Plain[]): boolean {
  if (output['target'] !== 'argocd' && output['target'] !== 'flux') return true;
  const isSame = (other: Plain) =>
    other['target'] === output['target'] && other['namespace'] === output['namespace'];
  return all.findIndex(isSame) === index;
}
