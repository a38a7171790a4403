import type { ArgocdOutput, Bundle, ObjectItem } from '@fleetc/core';
import { environmentFolder, agentName } from '../gitops/names.ts';
import { type ObjectsPart, type Part, partFile, planParts } from '../gitops/parts.ts';
import { setEncryptedApart } from '../gitops/set-encrypted-apart.ts';
import type { TargetOptions } from '../target.ts';

export type ArgocdOptions = TargetOptions<ArgocdOutput>;

/** One environment as Argo CD sees it. */
export interface Environment {
  readonly bundle: Bundle;
  readonly units: readonly Unit[];
  /** SOPS files, which Argo CD cannot read by itself: no Application reaches them. */
  readonly encrypted: readonly ObjectItem[];
}

/** A part and where its Application and its content lie. */
export interface Unit {
  readonly part: Part;
  /** Name of the Application. */
  readonly name: string;
  /** File of the Application, relative to the output. */
  readonly file: string;
  /** Folder of the objects or file with the values, relative to the output, without a slash at the end. */
  readonly content: string;
  /** Name of the Application that brings the custom resource definitions of this one's chart, where it is another. */
  readonly definitionsFrom?: string;
}

/** Applications with more objects than this are slow to compare and to show. */
const most = 1000;

/** Cuts a bundle into Applications and gives each its place. */
export function planEnvironment(bundle: Bundle, options: ArgocdOptions): Environment {
  const { ready, encrypted } = setEncryptedApart(bundle);
  const folder = environmentFolder(bundle, options);
  const units = planParts({ items: ready }, most).map((part) => ({
    part,
    name: agentName(bundle, options, part.name),
    file: `applications/${folder}${partFile(part)}.yaml`,
    content: contentOf(part, folder),
  }));
  return { bundle, units, encrypted };
}

/** Whether a unit has objects rather than a release. */
export function hasObjects(unit: Unit): unit is Unit & { readonly part: ObjectsPart } {
  return unit.part.type === 'objects';
}

// Values lie apart from objects: whatever Argo CD finds in a folder of objects it takes for one.
function contentOf(part: Part, folder: string): string {
  return part.type === 'objects'
    ? `manifests/${folder}${part.name}`
    : `values/${folder}${part.name}.yaml`;
}
