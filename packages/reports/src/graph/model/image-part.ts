import type { Bundle, ImageUse } from '@fleetc/core';
import type { Fleet, RegistryCredential } from '@fleetc/fleet';
import { type ImageReference, parseImageReference } from '@fleetc/notation';
import type { GraphPart } from './assemble-graph.ts';
import type { GraphEdge, GraphNode } from './fleet-graph.ts';
import { nodeId } from './node-id.ts';

/** The images that pools pull, with the logins that they are pulled with. */
export function imagePart(fleet: Fleet, bundle: Bundle): GraphPart {
  const used = bundle.images
    .map((image) => ({ image, pulls: pullsOf(image) }))
    .filter(({ pulls }) => pulls.length > 0);
  return {
    groups: [{ id: 'images', kind: 'images', label: 'Images of the pools' }],
    nodes: uniqueNodes(used.map(({ image }) => image)),
    edges: used.flatMap(({ image, pulls }) => [...pulls, ...loginsOf(image, fleet)]),
  };
}

function pullsOf({ reference, consumers }: ImageUse): GraphEdge[] {
  const to = nodeId('image', reference);
  return consumers.flatMap((consumer): GraphEdge[] => {
    const [, role, pool] = /^(.+ of )?pool "([^"]+)"$/.exec(consumer) ?? [];
    if (pool === undefined) return [];
    return [{ from: nodeId('pool', pool), to, meaning: role === undefined ? 'runs' : 'needs' }];
  });
}

/** Of the logins that go along with every pull, those that the image's registry asks for. */
function loginsOf({ reference, pullSecrets }: ImageUse, { registry }: Fleet): GraphEdge[] {
  const host = parseImageReference(reference)?.registry;
  return registry.pullSecrets
    .filter(({ secret }) => pullSecrets.includes(secret.name))
    .filter((login) => hostOf(login) === host)
    .map(({ name }) => ({
      from: nodeId('image', reference),
      to: nodeId('credential', name),
      meaning: 'pulled-with',
    }));
}

// Docker's clients file the login of Docker Hub under index.docker.io; both names are one registry.
function hostOf({ server }: RegistryCredential): string {
  return /(^|\.)docker\.io$/.test(server) ? 'docker.io' : server;
}

/** One node a reference: where `patch` writes what a proxy makes of another image, the upstream name of that one wins. */
function uniqueNodes(images: readonly ImageUse[]): GraphNode[] {
  const own = images.filter(({ upstream, reference }) => upstream === reference);
  const rewritten = images.filter(({ upstream, reference }) => upstream !== reference);
  return [
    ...new Map([...own, ...rewritten].map((image) => [image.reference, toNode(image)])).values(),
  ];
}

function toNode({ upstream, reference }: ImageUse): GraphNode {
  const image = parseImageReference(upstream);
  const shown = image ? describeImage(image, reference) : { label: upstream, details: [] };
  return {
    id: nodeId('image', reference),
    kind: 'image',
    group: 'images',
    name: reference,
    ...shown,
  };
}

function describeImage(upstream: ImageReference, reference: string) {
  const { registry, repository, tag, digest } = upstream;
  const pulledFrom = parseImageReference(reference)?.registry ?? registry;
  const path = `${registry}/${repository}`.replace('/library/', '/');
  const cut = path.lastIndexOf('/');
  return {
    label: path.slice(cut + 1),
    details: [
      ...(tag === undefined ? [] : [tag]),
      ...(digest === undefined ? [] : [digest.replace(/(:.{12}).+/, '$1…')]),
      path.slice(0, cut),
      ...(pulledFrom === registry ? [] : [`through ${pulledFrom}`]),
    ],
  };
}
