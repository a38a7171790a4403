import type { Bundle, KustomizeOutput, ReleaseItem } from '@fleetc/core';
import { prepareRelease, uninstallRelease, upgradeRelease } from '../layout/helm-commands.ts';
import { retireRunners } from '../layout/retire-runners.ts';
import { applyEncrypted, fillSecrets } from '../layout/secret-commands.ts';
import { apply, formatCommand, quoteWord } from '../layout/shell.ts';
import type { File } from '../layout/to-tree.ts';
import type { TargetOptions } from '../target.ts';
import { valuesFile } from './helm-charts.ts';
import { fileOf } from './identity.ts';
import { encryptedFile, overlayFolder } from './part-files.ts';
import { isEmpty, type Part, type PartMember } from './parts.ts';

// Enough for a webhook to start.
const mostRounds = 20;

/** What a README needs besides what it describes. */
export interface ReadmeOptions extends TargetOptions<KustomizeOutput> {
  /** Every file of the tree but the README. */
  readonly files: readonly File[];
}

/** The overlay of one environment, or one part of it. */
interface Overlay {
  readonly member: PartMember;
  readonly folder: string;
}

/**
 * What installs and updates an environment. Overlays come before the charts, because they may bring Secrets that the
 * charts wait for; runners do nothing until the controller is there, once their definitions are.
 */
export function installCommands(
  bundle: Bundle,
  parts: readonly Part[],
  options: ReadmeOptions,
): string[] {
  const overlays = overlaysOf(bundle, parts);
  const byHelm = options.output.helm === 'values';
  return [
    ...applyNamespaces(bundle, options),
    ...fillSecrets(bundle, options),
    ...overlays.flatMap(({ member, folder }) =>
      member.encrypted.map((item) => applyEncrypted(`${folder}/${encryptedFile(item)}`)),
    ),
    ...(byHelm ? releasesOf(overlays).flatMap(({ item }) => prepareRelease(item)) : []),
    ...overlays
      .filter(({ member }) => !isEmpty(member))
      .flatMap(({ folder }) => (byHelm ? [`${apply} -k ${quoteWord(folder)}`] : inflate(folder))),
    ...(byHelm ? releasesOf(overlays).map(({ item, file }) => upgradeRelease(item, file)) : []),
  ];
}

/** What takes an environment down, its runners first and its namespaces with everything else at the end. */
export function uninstallCommands(
  bundle: Bundle,
  parts: readonly Part[],
  { output }: ReadmeOptions,
): string[] {
  const overlays = overlaysOf(bundle, parts).toReversed();
  const byHelm = output.helm === 'values';
  const remove = 'kubectl delete --ignore-not-found';
  return [
    ...retireRunners(bundle),
    ...(byHelm ? releasesOf(overlays).map(({ item }) => uninstallRelease(item)) : []).toReversed(),
    ...overlays
      .filter(({ member }) => !isEmpty(member))
      .map(({ folder }) =>
        byHelm
          ? `${remove} -k ${quoteWord(folder)}`
          : formatCommand(buildCommand(folder), `| ${remove} -f -`),
      ),
  ];
}

function overlaysOf({ environment }: Bundle, parts: readonly Part[]): Overlay[] {
  return parts.flatMap(({ name, members }) =>
    members
      .filter((member) => member.environment === environment)
      .map((member) => ({ member, folder: overlayFolder(environment, name) })),
  );
}

function releasesOf(overlays: readonly Overlay[]): { item: ReleaseItem; file: string }[] {
  return overlays.flatMap(({ member, folder }) =>
    member.releases.map((item) => ({ item, file: `${folder}/${valuesFile(item.stage)}` })),
  );
}

// Whatever the base says of a namespace is put right by the overlay later.
function applyNamespaces({ environment, items }: Bundle, { files }: ReadmeOptions): string[] {
  const paths = items.flatMap((item) => {
    if (item.type !== 'object' || item.object.kind !== 'Namespace') return [];
    const end = `/resources/${fileOf(item.object)}`;
    const found = files.filter(([path]) => path.endsWith(end)).map(([path]) => path);
    const own = `overlays/${environment}/`;
    const path = found.find((one) => one.startsWith('base/') || one.startsWith(own)) ?? found[0];
    return path === undefined ? [] : [`-f ${quoteWord(path)}`];
  });
  return paths.length === 0 ? [] : [formatCommand(apply, ...paths)];
}

// Objects of kinds that the same stream defines, or that a webhook in it has to admit, fail the first time; what is
// wrong for good fails each time.
function inflate(folder: string): string[] {
  const command = formatCommand(
    `do ${buildCommand(folder)}`,
    `| ${apply} --force-conflicts -f - && break`,
  );
  return [`for round in $(seq ${mostRounds})`, command, 'sleep 10; done'];
}

function buildCommand(folder: string): string {
  return `kustomize build --enable-helm ${quoteWord(folder)}`;
}
