import { parseImageReference } from '@fleetc/notation';
import type { RegistryProxy } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { imagesOf } from '../images/bad-image-reference.rule.ts';

const dind = (image: string) =>
  exampleFleet(
    `controller: { images: { dind: "${image}" } }\nregistry: { proxy: { harbor: { host: harbor.example.com, projects: { docker.io: hub, quay.io: quay } } } }`,
  );

export const libraryLeftOut = defineCheck<{ image: string; name: string }>({
  code: 'FLC4453',
  name: 'library-left-out',
  severity: 'warning',
  title: 'An official image of Docker Hub is named at a proxy without "library/"',
  message: ({ image, name }) =>
    `"${image}" is an official image without "library/" before "${name}"`,
  label: () => 'library/ is missing',
  why: 'official images are in "library", which clients add for Docker Hub itself only; most proxies answer that there is no such image',
  fix: ({ name }) =>
    `write "library/${name}", or write the image as on Docker Hub, and the proxy is put before it`,
  source:
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-working-pulling.html',
  examples: {
    bad: dind('harbor.example.com/hub/docker:28.0.4-dind'),
    good: dind('harbor.example.com/hub/library/docker:28.0.4-dind'),
  },
  check(fleet, report) {
    const start = hubStart(fleet.registry.proxy);
    if (start === undefined) return;
    for (const [text, path] of imagesOf(fleet)) {
      const { registry, repository } = parseImageReference(text) ?? {};
      const image = `${registry}/${repository}`;
      const name = image.startsWith(start) ? image.slice(start.length) : '';
      if (name !== '' && !name.includes('/')) report({ image: text, name }, path);
    }
  },
});

/**
 * What stands before images of Docker Hub and of no other registry; nothing where the proxy adds `library/` itself, or where
 * images of its own may be beside them.
 */
function hubStart(proxy: RegistryProxy | undefined): string | undefined {
  if (proxy?.kind !== 'prefixes' || proxy.product?.fillsLibrary) return undefined;
  const other = proxy.otherwise?.includes('{host}') ? proxy.otherwise : undefined;
  const place = proxy.prefixes['docker.io'] ?? other?.replace('{host}', 'docker.io');
  return place?.includes('/') ? `${place.replace(/\/+$/, '')}/` : undefined;
}
