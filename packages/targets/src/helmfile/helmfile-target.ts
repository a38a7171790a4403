import type { Bundle, HelmfileOutput } from '@fleetc/core';
import type { FileTree } from '../file-tree.ts';
import { environmentFolder } from '../gitops/names.ts';
import { type Part, planParts } from '../gitops/parts.ts';
import { placeObjects } from '../gitops/place-objects.ts';
import { setEncryptedApart } from '../gitops/set-encrypted-apart.ts';
import { formatItem } from '../layout/place-items.ts';
import { type File, inFolder, toTree } from '../layout/to-tree.ts';
import type { LayoutOptions, Target } from '../target.ts';
import { formatHelmfile, valuesFile } from './helmfile.ts';
import { chartFolder, layOutChart } from './objects-chart.ts';
import { renderReadme } from './readme.ts';

/**
 * A helmfile.yaml whose releases are the charts of others and, for the objects, charts that hold them as they are: one
 * `helmfile apply` installs everything in order, and one `helmfile destroy` takes it away in the opposite one.
 */
export const helmfileTarget: Target<HelmfileOutput> = {
  name: 'helmfile',
  separatesEnvironments: true,
  layout,
};

// Helm keeps the objects of a release in one Secret, which may not grow past 1 MiB.
const mostObjects = 1000;

async function layout(bundles: readonly Bundle[], options: LayoutOptions): Promise<FileTree> {
  return toTree(
    bundles.flatMap((bundle) =>
      inFolder(environmentFolder(bundle, options), layOutBundle(bundle, options)),
    ),
  );
}

function layOutBundle(bundle: Bundle, options: LayoutOptions): File[] {
  const { ready, encrypted } = setEncryptedApart(bundle);
  const parts = planParts({ items: ready }, mostObjects);
  const secrets = inFolder('encrypted/', placeObjects(encrypted));
  const source = { bundle, parts, options };
  return [
    ['helmfile.yaml', formatHelmfile(source)],
    ...parts.flatMap(layOutPart),
    ...secrets,
    ['README.md', renderReadme(source, secrets)],
  ];
}

function layOutPart(part: Part): File[] {
  if (part.type === 'release') return [[valuesFile(part), formatItem(part.item)]];
  return inFolder(`${chartFolder(part)}/`, layOutChart(part));
}
