import type { ArgocdOutput, Bundle } from '@fleetc/core';
import type { FileTree } from '../file-tree.ts';
import { formatChecked } from '../gitops/format-checked.ts';
import { environmentFolder, refuseSameNames } from '../gitops/names.ts';
import { placeObjects } from '../gitops/place-objects.ts';
import { formatItem } from '../layout/place-items.ts';
import { type File, inFolder, toTree } from '../layout/to-tree.ts';
import type { Target } from '../target.ts';
import { createApplication } from './application.ts';
import type { ArgocdOptions, Environment, Unit } from './environment.ts';
import { formatHealthPatch } from './health/health-patch.ts';
import { planEnvironments } from './plan-environments.ts';
import { createProject } from './project.ts';
import { renderReadme } from './readme/render-readme.ts';
import { createRoot } from './root.ts';

/** An Application for each environment and step, what they read, and the root and the project above them. */
export const argocdTarget: Target<ArgocdOutput> = { name: 'argocd', layout };

async function layout(bundles: readonly Bundle[], options: ArgocdOptions): Promise<FileTree> {
  const environments = planEnvironments(bundles, options);
  const root = createRoot(environments, options);
  const units = environments.flatMap((environment) => environment.units);
  refuseSameNames([...units.map(({ name }) => name), root['root.yaml']!.metadata.name]);
  const above = { ...root, 'project.yaml': createProject(environments, options) };
  const files: File[] = [];
  for (const [file, object] of Object.entries(above)) {
    files.push([file, await formatChecked(object)]);
  }
  for (const environment of environments) {
    files.push(...(await layOutEnvironment(environment, options)));
  }
  if (options.output.health) files.push(['argocd-cm.patch.yaml', formatHealthPatch()]);
  files.push(['README.md', renderReadme(environments, options)]);
  return toTree(files);
}

async function layOutEnvironment(
  environment: Environment,
  options: ArgocdOptions,
): Promise<File[]> {
  const files: File[] = [];
  for (const unit of environment.units) {
    files.push([unit.file, await formatChecked(createApplication(environment, unit, options))]);
    files.push(...contentOf(unit));
  }
  const folder = environmentFolder(environment.bundle, options);
  return [...files, ...inFolder(`encrypted/${folder}`, placeObjects(environment.encrypted))];
}

function contentOf({ part, content }: Unit): File[] {
  return part.type === 'release'
    ? [[content, formatItem(part.item)]]
    : inFolder(`${content}/`, placeObjects(part.items));
}
