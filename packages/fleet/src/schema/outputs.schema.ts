import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { choice, name, objectName, pattern } from './text.schema.ts';

// Two spellings of one folder would hide that two outputs share it.
const folderPattern =
  /^(?!(?:.*\/)?\.{1,2}(?:\/|$))[^\s/\\:](?:[^/\\:]*[^\s/\\:])?(?:\/[^\s/\\:](?:[^/\\:]*[^\s/\\:])?)*$/;

const folder = () =>
  pattern(
    folderPattern,
    'a folder below the one of fleet.yaml, written without "./" and without a slash at its end, such as "build/kustomize"',
  );

const publishedFolder = (home: string) =>
  pattern(
    new RegExp(`^\\.$|${folderPattern.source}`),
    `a folder below the root of the ${home}, written without a slash at its ends, such as "infra/build/argocd", or "." for the root itself`,
  );

const gitUrl = /^(?:https?|ssh):\/\/(?:[^\s/:@?#]+@)?[^\s/@?#]+\/[^\s?#]+$/;
const anyGitUrl = new RegExp(`${gitUrl.source}|^[^\\s/:@]+@[^\\s/:@]+:[^\\s?#]+$`);

const gitFields = {
  revision: describe(
    pattern(
      /^(?!HEAD$)[^\s*?[\\~^:<>|]+$/,
      'a branch, a tag or a commit; neither HEAD nor a pattern',
    ),
    'Branch; a version such as `v1.2.3` is a tag, any other tag is written `refs/tags/NAME`; or a whole commit. `main` when absent.',
    'main',
  ).optional(),
  path: describe(
    publishedFolder('repository'),
    'The output folder as it stands in the repository, `.` where it is the root; the same as `dir` when absent.',
    'infra/build/argocd',
  ).optional(),
};

const dir = () =>
  describe(
    folder(),
    'Folder of this output, relative to fleet.yaml. No other output may share it.',
    'build/kustomize',
  );

const target = <T extends string>(word: T) => describe(z.literal(word), targetTexts[word] ?? '');

const targetTexts: Readonly<Record<string, string>> = {
  plain: 'Folders in install order, for helm and kubectl by hand.',
  helmfile: 'A helmfile.yaml with ordered releases, and the manifests beside it.',
  kustomize: 'A base, components, and an overlay for each environment.',
  argocd: 'Applications and a project for Argo CD.',
  flux: 'Sources, Kustomizations and HelmReleases for Flux.',
};

const plain = strictMap('Plain output', { target: target('plain'), dir: dir() });

const helmfile = strictMap('Helmfile output', { target: target('helmfile'), dir: dir() });

const kustomize = strictMap('Kustomize output', {
  target: target('kustomize'),
  dir: dir(),
  helm: describe(
    choice({
      values: 'Whoever takes the values files that are written.',
      kustomize: 'kustomize itself: `helmCharts`, which needs --enable-helm.',
    }),
    'Who installs the charts: `values` for whoever takes the values files that are written, `kustomize` for kustomize itself (`helmCharts`, which needs --enable-helm); values when absent.',
    'kustomize',
  ).optional(),
});

const argocd = strictMap('Argo CD output', {
  target: target('argocd'),
  dir: dir(),
  repo: describe(
    strictMap('Git repository', {
      url: describe(
        pattern(anyGitUrl, 'a Git URL without a password'),
        'Where Argo CD finds this output.',
        'https://git.example.com/infra.git',
      ),
      ...gitFields,
    }),
    'The Git repository that holds this output.',
    { url: 'https://git.example.com/infra.git' },
  ),
  namespace: describe(name(), 'Namespace of Argo CD; argocd when absent.', 'argocd').optional(),
  project: describe(
    objectName(),
    'Name of the AppProject that is emitted; the name of the fleet when absent.',
    'runners',
  ).optional(),
  layout: describe(
    choice({
      applications: 'One root Application over the others.',
      applicationSet: 'One ApplicationSet over the clusters.',
      rollingSync:
        'One ApplicationSet with progressive syncs, which the administrator of Argo CD has to switch on.',
    }),
    'One root Application over the others, one ApplicationSet over the clusters, or the same with progressive syncs (`rollingSync`, which the administrator of Argo CD has to switch on); applications when absent.',
  ).optional(),
  automated: describe(
    strictMap('Automated sync', {
      prune: describe(
        z.boolean(),
        'Whether what leaves the output is deleted in the cluster; false when absent.',
      ).optional(),
      selfHeal: describe(
        z.boolean(),
        'Whether a change made in the cluster is undone; false when absent.',
      ).optional(),
    }),
    'Argo CD syncs by itself; people sync when absent.',
    { prune: true, selfHeal: true },
  ).optional(),
  finalizer: describe(
    z.boolean(),
    'Whether deleting an Application deletes what it installed; false when absent.',
  ).optional(),
  health: describe(
    z.boolean(),
    'Whether a patch of `argocd-cm` with health checks for the kinds of ARC is emitted; false when absent.',
  ).optional(),
});

const flux = strictMap('Flux output', {
  target: target('flux'),
  dir: dir(),
  source: describe(
    exclusiveMap(
      'Flux source',
      {
        git: describe(
          strictMap('Flux Git repository', {
            url: describe(
              pattern(gitUrl, 'a Git URL of the form "https://…" or "ssh://…" without a password'),
              'Where Flux finds this output.',
              'https://git.example.com/infra.git',
            ),
            ...gitFields,
          }),
          'A Git repository.',
          { url: 'https://git.example.com/infra.git' },
        ).optional(),
        oci: describe(
          strictMap('OCI artifact', {
            url: describe(
              pattern(
                /^oci:\/\/[^\s/@?#]+(?:\/[^\s/:@?#]+)+$/,
                'an OCI URL without a tag, such as "oci://registry.example.com/infra"',
              ),
              'The artifact, without a tag.',
              'oci://registry.example.com/infra',
            ),
            tag: describe(
              pattern(/^[A-Za-z0-9_][-.A-Za-z0-9_]{0,127}$/, 'an image tag such as "latest"'),
              'Tag of the artifact; latest when absent.',
              'latest',
            ).optional(),
            path: describe(
              publishedFolder('artifact'),
              'The output folder inside the artifact, `.` where it is the root; the same as `dir` when absent.',
              'build/flux',
            ).optional(),
          }),
          'An artifact in a registry.',
          { url: 'oci://registry.example.com/infra' },
        ).optional(),
      },
      exclusive.fluxSource,
    ),
    'Where Flux finds this output.',
    { git: { url: 'https://git.example.com/infra.git' } },
  ),
  namespace: describe(
    name(),
    'Namespace of Flux; flux-system when absent.',
    'flux-system',
  ).optional(),
  interval: describe(
    pattern(/^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$/, 'a duration such as "10m" or "1h30m"'),
    'Time between two comparisons with the cluster; 10m when absent.',
    '10m',
  ).optional(),
  prune: describe(
    z.boolean(),
    'Whether what leaves the output is deleted in the cluster; true when absent.',
  ).optional(),
  sourceSecret: describe(
    objectName(),
    'Secret with the login to the source, in the namespace of Flux; none when absent.',
    'infra-login',
  ).optional(),
  decryptionSecret: describe(
    objectName(),
    'Secret with the age keys, for Secrets that SOPS encrypted.',
    'sops-age',
  ).optional(),
});

/** What `fleetc build` writes, one tree for each entry. */
export const outputsSchema = z
  .array(z.discriminatedUnion('target', [plain, helmfile, kustomize, argocd, flux]))
  .min(1);
