import { createDiagnostic, type Diagnostic, type Path } from '@fleetc/diagnostics';
import {
  type Fleet,
  type ProxyProduct,
  type RegistryProxy,
  servesUpstream,
  upstreamHost,
} from '@fleetc/fleet';
import { parseImageReference } from '@fleetc/notation';
import type { ImageUse } from '../bundle.ts';
import { anonymousDockerHub } from './anonymous-docker-hub.rule.ts';
import { checkPullSecrets } from './check-pull-secrets.ts';
import { digestChanged } from './digest-changed.rule.ts';
import { findLongNames } from './long-names.ts';
import { longProxiedName } from './long-proxied-name.rule.ts';
import { proxyBypassed } from './proxy-bypassed.rule.ts';
import { unsupportedUpstream, type UnsupportedUpstream } from './unsupported-upstream.rule.ts';

const dockerHub = 'docker.io';

/** Reports images that stay where a proxy or a login was to keep them from, and those that the proxy cannot serve. */
export function checkImages(fleet: Fleet, images: readonly ImageUse[]): Diagnostic[] {
  const { proxy, direct } = fleet.registry;
  const staying = images.filter(
    (image) => staysUpstream(image) && !direct.includes(hostOf(image.upstream)),
  );
  const onPulling = proxy
    ? [...checkProxy(fleet, proxy, staying), ...checkDigests(fleet, images)]
    : checkHub(fleet, staying);
  return [...onPulling, ...checkPullSecrets(fleet, images)];
}

function checkHub(fleet: Fleet, staying: readonly ImageUse[]): Diagnostic[] {
  const images = staying.filter(({ upstream }) => hostOf(upstream) === dockerHub).length;
  if (images === 0 || hasHubLogin(fleet)) return [];
  const path =
    fleet.origin(['registry'], 'key').layer === 'default' ? ['credentials'] : ['registry'];
  return [createDiagnostic(anonymousDockerHub, { images }, at(fleet, path, 'key'))];
}

function checkProxy(
  fleet: Fleet,
  proxy: RegistryProxy,
  staying: readonly ImageUse[],
): Diagnostic[] {
  const own = proxyHosts(proxy);
  const product = productOf(proxy);
  const long = findLongNames(proxy, staying);
  const listed = (product?.unserved ?? []).map((host) =>
    reportUnserved(product!, { host, images: [] }, at(fleet, [...product!.places, host], 'key')),
  );
  const upstream = [...groupByHost(staying.filter((image) => !long.has(image)))];
  const passing = upstream
    .filter(([host]) => !own.has(host))
    .map(([host, images]) =>
      servesUpstream(product?.serves, host)
        ? createDiagnostic(proxyBypassed, { host, images }, at(fleet, proxy.path, 'key'))
        : reportUnserved(
            product!,
            { host, images },
            at(fleet, [...proxy.path, product!.key], 'key'),
          ),
    );
  const tooLong = [...long].map(([{ upstream: image, path }, length]) =>
    createDiagnostic(longProxiedName, { image, length }, at(fleet, path, 'key')),
  );
  return [...listed, ...passing, ...tooLong];
}

function reportUnserved(
  { title, serves }: ProxyProduct,
  found: Pick<UnsupportedUpstream, 'host' | 'images'>,
  place: ReturnType<typeof at>,
): Diagnostic {
  return createDiagnostic(unsupportedUpstream, { ...found, title, reason: serves!.why }, place);
}

function checkDigests(fleet: Fleet, images: readonly ImageUse[]): Diagnostic[] {
  const product = productOf(fleet.registry.proxy);
  if (!product?.changesDigests) return [];
  const pinned = images
    .filter(({ reference }) => reference.includes('@') && product.hosts.includes(hostOf(reference)))
    .map(({ upstream }) => upstream);
  if (pinned.length === 0) return [];
  const place = at(fleet, ['registry', 'proxy', product.key], 'key');
  return [createDiagnostic(digestChanged, { title: product.title, images: pinned }, place)];
}

function productOf(proxy: RegistryProxy | undefined): ProxyProduct | undefined {
  return proxy?.kind === 'prefixes' ? proxy.product : undefined;
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
  return upstreamHost(parseImageReference(reference)?.registry ?? '');
}

function hasHubLogin({ registry }: Fleet): boolean {
  return registry.pullSecrets.some(({ server }) => /(^|\.)docker\.io$/.test(server));
}

/** Hosts of the proxy itself: an image that names one of them is where it should be. */
function proxyHosts(proxy: RegistryProxy): Set<string> {
  const places =
    proxy.kind === 'generic'
      ? [proxy.host, ...Object.values(proxy.others ?? {})]
      : [...Object.values(proxy.prefixes), proxy.otherwise ?? ''];
  return new Set(places.map((place) => place.split('/')[0]!));
}
