import type { Bundle, FluxOutput } from '@fleetc/core';
import { agentName, environmentFolder } from '../gitops/names.ts';
import { type Part, partFile, partsBefore, planParts } from '../gitops/parts.ts';
import type { TargetOptions } from '../target.ts';

export type FluxOptions = TargetOptions<FluxOutput>;

/** One environment as Flux sees it. */
export interface Environment {
  readonly bundle: Bundle;
  /** Folder of what Flux is pointed at, relative to the output, with a slash at the end. */
  readonly folder: string;
  /** Name of the Kustomization that reads that folder. */
  readonly root: string;
  /** Name of the object that fetches this output. */
  readonly source: string;
  readonly units: readonly Unit[];
}

/** A part, and where its Kustomization and its content lie. */
export interface Unit {
  readonly part: Part;
  /** Name of the Kustomization, and of the HelmRelease where it is one. */
  readonly name: string;
  /** File of the Kustomization, relative to the environment's folder. */
  readonly file: string;
  /** Folder of the content, relative to the output, with a slash at the end. */
  readonly content: string;
  /** Names of the Kustomizations that have to be ready before. */
  readonly needs: readonly string[];
}

/** The time that kustomize takes grows with the square of the objects. */
const most = 500;

/** Cuts a bundle into Kustomizations and gives each its place. */
export function planEnvironment(bundle: Bundle, options: FluxOptions): Environment {
  const parts = planParts(bundle, most);
  const folder = environmentFolder(bundle, options);
  const nameOf = (part: Part) => agentName(bundle, options, part.name);
  return {
    bundle,
    folder: options.hasEnvironments ? `clusters/${folder}` : 'cluster/',
    root: agentName(bundle, options, 'root'),
    source: agentName(bundle, options, 'source'),
    units: parts.map((part) => ({
      part,
      name: nameOf(part),
      file: `${partFile(part)}.yaml`,
      content: `manifests/${folder}${part.name}/`,
      needs: partsBefore(part, parts).map(nameOf),
    })),
  };
}
