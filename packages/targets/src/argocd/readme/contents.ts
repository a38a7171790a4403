import type { ArgocdOutput } from '@fleetc/core';
import { code, tableRow } from '../../layout/markdown.ts';
import type { Environment } from '../environment.ts';
import { isSet } from '../root.ts';

/** What each path of the tree holds and who reads it, as rows of a table. */
export function listContents(environments: readonly Environment[], output: ArgocdOutput): string[] {
  const hasEncrypted = environments.some(({ encrypted }) => encrypted.length > 0);
  const rows: [path: string, content: string][] = [
    [
      'root.yaml',
      isSet(output) ? 'ApplicationSet over `applications/`' : 'Application over `applications/`',
    ],
    ...(isSet(output)
      ? []
      : [['root-project.yaml', 'AppProject of the root'] satisfies [string, string]]),
    ['project.yaml', 'AppProject: what the Applications may install, from where and into what'],
    ['applications/', 'an Application for each part of the installation'],
    ['manifests/', 'objects that Argo CD applies, a folder for each Application'],
    ['values/', 'values of the charts'],
  ];
  if (hasEncrypted)
    rows.push(['encrypted/', 'Secrets that SOPS encrypted, which no Application reads']);
  if (output.health)
    rows.push(['argocd-cm.patch.yaml', 'health checks, for the settings of Argo CD']);
  return rows.map(([path, content]) => tableRow(code(path), content));
}
