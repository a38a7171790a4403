import { deriveName } from '@fleetc/notation';
import type { KustomizeOutput } from '@fleetc/core';
import { fileName, formatItem } from '../layout/place-items.ts';
import { type File, inFolder } from '../layout/to-tree.ts';
import { toHelmChart, valuesFile } from './helm-charts.ts';
import { layOutKustomization } from './kustomization.ts';
import { referencesFolder } from './name-references.ts';
import { isEmpty, type Part, type PartMember } from './parts.ts';
import { type Component, share, type Shared } from './share.ts';

/** The folder of an environment's overlay, or of one part of it; without a slash at its end. */
export function overlayFolder(environment: string, part: string): string {
  return join('overlays', environment, part);
}

/** The base, the components and the overlays of a part. */
export function layOutPart({ name, members }: Part, output: KustomizeOutput): File[] {
  const shared = share(members);
  const overlays = members
    .filter((member) => name === '' || !isEmpty(member))
    .flatMap((member) =>
      inFolder(
        `${overlayFolder(member.environment, name)}/`,
        layOutOverlay(member, shared, { part: name, output }),
      ),
    );
  return [...layOutBase(shared, name), ...layOutComponents(shared, name), ...overlays];
}

function layOutBase({ base }: Shared, part: string): File[] {
  if (base.length === 0) return [];
  const folder = join('base', part);
  const files = layOutKustomization('Kustomization', {
    components: [`${wayUp(folder)}${referencesFolder}`],
    differences: { resources: base, patches: [] },
  });
  return inFolder(`${folder}/`, files);
}

function layOutComponents({ components }: Shared, part: string): File[] {
  return components.flatMap((component) =>
    inFolder(
      `${componentFolder(component, part)}/`,
      layOutKustomization('Component', { differences: component }),
    ),
  );
}

function layOutOverlay(
  { environment, encrypted, releases }: PartMember,
  { base, components, own }: Shared,
  { part, output }: { readonly part: string; readonly output: KustomizeOutput },
): File[] {
  const up = wayUp(overlayFolder(environment, part));
  const used = components.filter(({ environments }) => environments.includes(environment));
  const secrets = encrypted.map((item): File => [encryptedFile(item), formatItem(item)]);
  const kustomization = layOutKustomization('Kustomization', {
    bases: base.length > 0 ? [`${up}${join('base', part)}`] : [],
    components: [
      ...(base.length > 0 ? [] : [`${up}${referencesFolder}`]),
      ...used.map((component) => `${up}${componentFolder(component, part)}`).sort(),
    ],
    differences: own.get(environment)!,
    helmCharts: output.helm === 'kustomize' ? releases.map(toHelmChart) : [],
    comment: secrets.length > 0 ? describeEncrypted(secrets) : [],
  });
  const values = releases.map((item): File => [valuesFile(item.stage), formatItem(item)]);
  return [...kustomization, ...values, ...secrets];
}

/** Where the file of an encrypted Secret lies, relative to its overlay: nowhere that kustomize looks. */
export function encryptedFile(item: PartMember['encrypted'][number]): string {
  return `encrypted/${item.object.metadata.namespace ?? 'cluster'}/${fileName(item)}`;
}

function describeEncrypted(secrets: readonly File[]): string[] {
  return [
    'kustomize cannot decrypt what SOPS encrypted. With the plugin KSOPS, write on top of this overlay:',
    '  generators: [ksops.yaml]',
    'and in ksops.yaml:',
    '  apiVersion: viaduct.ai/v1',
    '  kind: ksops',
    '  metadata: { name: secrets }',
    '  files:',
    ...secrets.map(([path]) => `    - ${path}`),
  ];
}

// Names of environments hold no underscore, so that two sets of them never get one name.
function componentFolder({ environments }: Component, part: string): string {
  return join('components', deriveName(environments.join('_'), longestFolder), part);
}

const longestFolder = 60;

function wayUp(folder: string): string {
  return '../'.repeat(folder.split('/').length);
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}
