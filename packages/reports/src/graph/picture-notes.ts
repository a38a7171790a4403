import type { FleetGraph } from './model/fleet-graph.ts';

/** What a reader of the picture has to be told, a sentence each. */
export function pictureNotes({ edges, foldedPools }: FleetGraph): string[] {
  const hasNeeds = edges.some(({ meaning }) => meaning === 'needs');
  return [
    ...(foldedPools > 0
      ? [`${foldedPools} pools are drawn as one for each scope; --all draws every pool.`]
      : []),
    ...(hasNeeds ? ['Dashed: an image of a sidecar or of job pods.'] : []),
  ];
}
