import { createDiagnostic, type Diagnostic, type Path } from '@fleetc/diagnostics';
import type { Fleet, RegistryProxy } from '@fleetc/fleet';
import { parseImageReference } from '@fleetc/notation';
import type { ImageUse } from '../bundle.ts';
import { anonymousDockerHub } from './anonymous-docker-hub.rule.ts';
import { proxyBypassed } from './proxy-bypassed.rule.ts';

const dockerHub = 'docker.io';

/** Warns about images that stay where a proxy or a login was to keep them from. */
export function checkImages(fleet: Fleet, images: readonly ImageUse[]): Diagnostic[] {
  const { proxy, direct } = fleet.registry;
  const upstream = groupByHost(images.filter(staysUpstream));
  for (const host of direct) upstream.delete(host);
  if (proxy) return checkProxy(fleet, proxy, upstream);
  const onHub = upstream.get(dockerHub);
  if (!onHub || hasHubLogin(fleet)) return [];
  const path =
    fleet.origin(['registry'], 'key').layer === 'default' ? ['credentials'] : ['registry'];
  return [createDiagnostic(anonymousDockerHub, { images: onHub.length }, at(fleet, path, 'key'))];
}

function checkProxy(
  fleet: Fleet,
  proxy: RegistryProxy,
  upstream: ReadonlyMap<string, readonly string[]>,
): Diagnostic[] {
  const own = proxyHosts(proxy);
  return [...upstream]
    .filter(([host]) => !own.has(host))
    .map(([host, images]) =>
      createDiagnostic(proxyBypassed, { host, images }, at(fleet, proxy.path, 'key')),
    );
}

function at(fleet: Fleet, path: Path, part: 'key' | 'value') {
  return { span: fleet.origin(path, part).span, path };
}

function staysUpstream({ upstream, reference }: ImageUse): boolean {
  return hostOf(upstream) === hostOf(reference);
}

function groupByHost(images: readonly ImageUse[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { upstream } of images) {
    const host = hostOf(upstream);
    groups.set(host, [...(groups.get(host) ?? []), upstream]);
  }
  return groups;
}

function hostOf(reference: string): string {
  return parseImageReference(reference)?.registry ?? '';
}

function hasHubLogin({ registry }: Fleet): boolean {
  return registry.pullSecrets.some(({ server }) => /(^|\.)docker\.io$/.test(server));
}

/** Hosts of the proxy itself: an image that names one of them is where it should be. */
function proxyHosts(proxy: RegistryProxy): Set<string> {
  if (proxy.kind === 'generic') return new Set([proxy.host]);
  const places = [...Object.values(proxy.prefixes), proxy.otherwise ?? ''];
  return new Set(places.map((place) => place.split('/')[0]!));
}
