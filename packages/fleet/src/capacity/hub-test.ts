import { parseImageReference } from '@fleetc/notation';
import type { Registry } from '../model.ts';

const hub = 'docker.io';

/** Makes the question whether an upstream image is pulled from Docker Hub itself, past every proxy and replacement. */
export function createHubTest(registry: Registry): (reference: string) => boolean {
  const replacements = new Map<string, string>();
  for (const [upstream, replacement] of Object.entries(registry.images)) {
    replacements.set(nameOf(upstream) ?? upstream, replacement);
  }
  const targets = new Set([...replacements.values()].map(nameOf));
  const isProxied = proxyHost(registry) !== hub;
  const known = new Map<string, boolean>();
  return (reference) => {
    let answer = known.get(reference);
    if (answer === undefined) known.set(reference, (answer = ask(reference)));
    return answer;
  };

  function ask(reference: string): boolean {
    const name = nameOf(reference);
    if (name === undefined || targets.has(name)) return hostOf(reference) === hub;
    const replacement = replacements.get(name);
    if (replacement !== undefined) return hostOf(replacement) === hub;
    return hostOf(reference) === hub && !isProxied;
  }
}

/** The host that images of Docker Hub are pulled from. */
function proxyHost({ proxy }: Registry): string {
  if (!proxy) return hub;
  if (proxy.kind === 'generic') return proxy.host;
  const place = Object.hasOwn(proxy.prefixes, hub) ? proxy.prefixes[hub] : proxy.otherwise;
  return place?.split('/')[0]?.replaceAll('{host}', hub) ?? hub;
}

function nameOf(reference: string): string | undefined {
  const image = parseImageReference(reference);
  return image && `${image.registry}/${image.repository}`;
}

function hostOf(reference: string): string | undefined {
  return parseImageReference(reference)?.registry;
}
