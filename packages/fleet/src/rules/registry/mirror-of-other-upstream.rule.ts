import type { RegistryProxy } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { mirrorsOf } from '../images/mirrors.ts';

const mirror = (url: string) =>
  exampleFleet(
    `registry: { mirror: "${url}", proxy: { distribution: { docker.io: hub.example.com, quay.io: quay.example.com } } }`,
  );

export const mirrorOfOtherUpstream = defineCheck<{ host: string }>({
  code: 'FLC4454',
  name: 'mirror-of-other-upstream',
  severity: 'warning',
  title: 'The mirror of Docker Hub is a place for images of another registry',
  message: ({ host }) => `the mirror is where the proxy keeps images of ${host}`,
  label: () => 'not Docker Hub',
  why: 'dockerd asks a mirror for images of Docker Hub only; what jobs pull from another registry goes past it, and images of Docker Hub are not found there',
  fix: 'name the place for Docker Hub; for other registries let jobs name the proxy, or set a mirror on the nodes',
  source: 'https://docs.docker.com/docker-hub/image-library/mirror/',
  examples: { bad: mirror('https://quay.example.com'), good: mirror('https://hub.example.com') },
  check(fleet, report) {
    const places = placesOf(fleet.registry.proxy);
    for (const { url, path } of mirrorsOf(fleet)) {
      const place = placeOf(url);
      const hosts = places.filter((other) => other.place === place).map(({ host }) => host);
      if (hosts.length > 0 && !hosts.includes('docker.io')) report({ host: hosts[0]! }, path);
    }
  },
});

function placesOf(proxy: RegistryProxy | undefined): { host: string; place: string }[] {
  if (proxy?.kind !== 'prefixes') return [];
  return Object.entries(proxy.prefixes).map(([host, place]) => ({ host, place }));
}

// Harbor's address of a project has the version of the protocol in it.
function placeOf(url: string): string {
  return url
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')
    .replace('/v2/', '/');
}
