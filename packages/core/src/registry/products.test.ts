import type { Fleet } from '@fleetc/fleet';
import { formatImageReference, type ImageReference, parseImageReference } from '@fleetc/notation';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { writtenProxies } from '../testing/registry-products.ts';
import { createRewriter } from './rewriter.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const runner = 'v2.335.1-ubuntu-22.04';

/** What the installation below pulls: host, path in full, and version; in the order of the bundle. */
const pulled = [
  ['docker.io', 'library/docker', ':28.0.4-dind'],
  ['docker.io', 'library/docker', `:29-dind@${digest}`],
  ['docker.io', 'library/example.com', `@${digest}`],
  ['docker.io', 'summerwind/actions-runner-controller', ':v0.27.6'],
  ['docker.io', 'summerwind/actions-runner-dind-rootless', `:${runner}`],
  ['docker.io', 'summerwind/actions-runner-dind', `:${runner}`],
  ['docker.io', 'summerwind/actions-runner', `:${runner}`],
  ['gcr.io', 'kubebuilder/kube-rbac-proxy', ':v0.13.1'],
  ['ghcr.io', 'actions/actions-runner', ':2.335.1'],
  ['ghcr.io', 'actions/actions-runner', `:2.335.1@${digest}`],
  ['quay.io', 'brancz/kube-rbac-proxy', ':v0.13.1'],
  ['quay.io', 'jetstack/cert-manager-acmesolver', ':v1.21.1'],
  ['quay.io', 'jetstack/cert-manager-cainjector', ':v1.21.1'],
  ['quay.io', 'jetstack/cert-manager-controller', ':v1.21.1'],
  ['quay.io', 'jetstack/cert-manager-startupapicheck', ':v1.21.1'],
  ['quay.io', 'jetstack/cert-manager-webhook', ':v1.21.1'],
  ['registry.k8s.io', 'kubebuilder/kube-rbac-proxy', ':v0.13.1'],
  ['registry.k8s.io', 'pause', ':3.10'],
] as const;

/** As people write them: what is left out of a name is for the compiler to know. */
const written = [
  `docker:29-dind@${digest}`,
  `library/example.com@${digest}`,
  'gcr.io/kubebuilder/kube-rbac-proxy:v0.13.1',
  'ghcr.io/actions/actions-runner:2.335.1',
  `ghcr.io/actions/actions-runner:2.335.1@${digest}`,
  'registry.k8s.io/kubebuilder/kube-rbac-proxy:v0.13.1',
  'registry.k8s.io/pause:3.10',
];

async function compileWith(proxy: string): Promise<{ fleet: Fleet; images: [string, string][] }> {
  const containers = written.map((image, index) => `{ name: c${index}, image: "${image}" }`);
  const text = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
credentials: { github: { pat: { secret: { from: { existing: true } } } } }
scopes: { web: { repository: acme/web } }
registry: { direct: [ghcr.io, quay.io, registry.k8s.io, gcr.io], proxy: { ${proxy} } }
profiles: { default: { resources: { requests: { cpu: 1 } } } }
pools:
  sidecar: { pod: { initContainers: [${containers.join(', ')}] } }
  inside: { docker: inRunner }
  rootless: { docker: rootless }
`;
  const { environments, diagnostics } = await compile({ path: 'fleet.yaml', text });
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  const { fleet, bundle } = environments[0]!;
  const images = bundle!.images.map(({ upstream, reference }): [string, string] => [
    upstream,
    reference,
  ]);
  return { fleet, images };
}

/** The name of an upstream image when nothing has been left out. */
function fullName(reference: string): string {
  return formatImageReference(parseImageReference(reference)!);
}

const proxies = Object.entries(writtenProxies);

it.each(proxies)('puts every image of an installation behind %s', async (_, { proxy, places }) => {
  const { images } = await compileWith(proxy);
  const expected = pulled.map(([host, path, version]) => [
    `${host}/${path}${version}`,
    `${places[host] ?? host}/${path}${version}`,
  ]);
  expect(images.map(([upstream, reference]) => [upstream, fullName(reference)])).toEqual(expected);
});

const part = fc.stringMatching(/^[a-z0-9]{1,9}((__|[._]|-{1,3})[a-z0-9]{1,9}){0,2}$/);
const reference = fc.record(
  {
    registry: fc.constantFrom(
      'docker.io',
      'ghcr.io',
      'quay.io',
      'registry.k8s.io',
      'gcr.io',
      'r:5000',
    ),
    repository: fc
      .oneof(
        { arbitrary: fc.array(part, { minLength: 2, maxLength: 4 }), weight: 4 },
        {
          arbitrary: fc.array(fc.constant('long-part'), { minLength: 20, maxLength: 24 }),
          weight: 1,
        },
      )
      .map((parts) => parts.join('/')),
    tag: fc.stringMatching(/^\w[\w.-]{0,20}$/),
    digest: fc.constant(digest),
  },
  { requiredKeys: ['registry', 'repository'] },
);

it.each(proxies)('keeps path, tag and digest behind %s', async (_, { proxy, places }) => {
  const { fleet } = await compileWith(proxy);
  const { rewrite } = await createRewriter(fleet.registry);
  fc.assert(
    fc.property(reference, (image) => {
      const upstream = formatImageReference(image);
      const once = rewrite(upstream);
      expect(rewrite(once)).toBe(once);
      expect(once).toBe(expectedReference(image, places[image.registry], upstream, once));
      expect(parseImageReference(once)).toMatchObject(versionOf(image));
    }),
  );
});

// What would be no reference, because it is too long or has a port in its path, stays as it is.
function expectedReference(
  image: ImageReference,
  place: string | undefined,
  upstream: string,
  once: string,
): string {
  if (place === undefined) return image.registry === 'r:5000' ? once : upstream;
  const name = `${place}/${image.repository}`;
  return name.length > 255 ? upstream : upstream.replace(`${image.registry}/`, `${place}/`);
}

function versionOf({ tag, digest: pin }: ImageReference) {
  return { ...(tag !== undefined && { tag }), ...(pin !== undefined && { digest: pin }) };
}
