import { stages, type Stage } from '@fleetc/core';
import type { PlacedItem } from '../../layout/place-items.ts';
import { stageFolder, stageTitles } from '../../layout/stage-folders.ts';

/** What one stage of a bundle has in its folder. Stages without any have no folder. */
export interface StageContent {
  readonly stage: Stage;
  /** Ends in a slash. */
  readonly folder: string;
  readonly title: string;
  readonly releases: ReadonlyArray<Extract<PlacedItem, { type: 'release' }>>;
  readonly objects: ReadonlyArray<Extract<PlacedItem, { type: 'object' }>>;
}

/** The stages that have something, in install order. */
export function listContents(placed: readonly PlacedItem[]): StageContent[] {
  return stages
    .map((stage) => {
      const items = placed.filter((item) => item.stage === stage);
      return {
        stage,
        folder: `${stageFolder(stage)}/`,
        title: stageTitles[stage],
        releases: items.filter((item) => item.type === 'release'),
        objects: items.filter((item) => item.type === 'object'),
      };
    })
    .filter(({ releases, objects }) => releases.length + objects.length > 0);
}

/** Whether everything else needs this stage. */
export function makesNamespaces({ stage }: StageContent): boolean {
  return stage === 'namespaces';
}

/** Namespaces of a stage's objects, in order. */
export function namespacesOf({ objects }: StageContent): string[] {
  return sortedSet(objects.flatMap(({ object }) => object.metadata.namespace ?? []));
}

/** Every namespace that the bundle puts something into, in order. */
export function allNamespaces(contents: readonly StageContent[]): string[] {
  const ofReleases = contents.flatMap(({ releases }) =>
    releases.map(({ release }) => release.namespace),
  );
  return sortedSet([...ofReleases, ...contents.flatMap(namespacesOf)]);
}

/** Kinds of a stage's objects as `kubectl` takes them, in order. */
export function resourcesOf({ objects }: StageContent): string[] {
  return sortedSet(objects.map(({ object }) => `${object.kind.toLowerCase()}s`));
}

function sortedSet(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
