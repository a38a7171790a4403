import { type Pair, thingOf } from '../compare/pair.ts';
import { asText, entryAt } from '../read/plain-data.ts';
import type { Thing } from '../read/thing.ts';
import type { TargetTree } from '../read/tree.ts';

/** Whether what is applied from a thing stays in the cluster when the thing leaves the tree. */
export type Stays = (thing: Thing) => boolean;

/** Asks the objects of Argo CD or Flux in a tree what they delete; other targets have none. */
export function whatStays(pairs: readonly Pair[], target: TargetTree['target']): Stays {
  if (target !== 'argocd' && target !== 'flux') return () => false;
  const kind = target === 'argocd' ? 'Application' : 'Kustomization';
  const owners = pairs.filter((pair) => isOfKind(thingOf(pair), kind));
  const isCascade = pairs.some(({ before }) => before !== undefined && takesAlong(before));
  const leaves = target === 'argocd' ? leavesAll : neverPrunes;
  return (thing) => {
    const owner = owners.find((pair) =>
      sourcesOf(thingOf(pair)).some((path) => holds(path, thing)),
    );
    return owner !== undefined && !isCascade && leaves(owner);
  };
}

/** An Application that goes without the finalizer deletes nothing. */
function leavesAll({ before, after }: Pair): boolean {
  if (after || before?.type !== 'object') return false;
  const finalizers = entryAt(before.object, 'metadata', 'finalizers');
  return !Array.isArray(finalizers) || finalizers.length === 0;
}

function neverPrunes(pair: Pair): boolean {
  const thing = thingOf(pair);
  return thing.type === 'object' && entryAt(thing.object, 'spec', 'prune') === false;
}

/** An ApplicationSet gives its Applications the finalizer unless it says otherwise. */
function takesAlong(thing: Thing): boolean {
  if (thing.type !== 'object' || thing.object.kind !== 'ApplicationSet') return false;
  const preserves = entryAt(thing.object, 'spec', 'syncPolicy', 'preserveResourcesOnDeletion');
  return preserves !== true;
}

function isOfKind(thing: Thing, kind: string): boolean {
  return thing.type === 'object' && thing.object.kind === kind;
}

/** The folders and files that an object of Argo CD or Flux applies, from the root of the repository. */
function sourcesOf(thing: Thing): string[] {
  if (thing.type !== 'object') return [];
  const spec = entryAt(thing.object, 'spec');
  const several = entryAt(spec, 'sources');
  const sources = [spec, entryAt(spec, 'source'), ...(Array.isArray(several) ? several : [])];
  return sources.flatMap((source: unknown) => {
    const files = entryAt(source, 'helm', 'valueFiles');
    const path = asText(entryAt(source, 'path'));
    return [path, ...(Array.isArray(files) ? files.map(asText) : [])].filter(
      (text) => text !== undefined,
    );
  });
}

// The tree may lie anywhere in the repository; its own top folders are no part that anything is applied from.
function holds(source: string, { path }: Thing): boolean {
  const steps = path.split('/');
  const above = steps.slice(1).map((_, index) => steps.slice(0, index + 2).join('/'));
  return above.some((folder) => source === folder || source.endsWith(`/${folder}`));
}
