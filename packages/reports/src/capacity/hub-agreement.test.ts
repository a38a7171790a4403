import { compile, createRewriter } from '@fleetc/core';
import { exampleFleet, measureCapacity } from '@fleetc/fleet';
import { parseImageReference } from '@fleetc/notation';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const image = fc.constantFrom(
  'docker:28-dind',
  'acme/runner:1',
  'docker.io/library/docker:28',
  'mirror.example.com/hub/acme/runner:1',
  'quay.io/acme/runner:1',
);
const proxy = fc.constantFrom(
  '',
  'proxy: { harbor: harbor.example.com }',
  'proxy: { harbor: { host: harbor.example.com, projects: { quay.io: quay } } }',
  'proxy: { prefixes: { docker.io: mirror.example.com/hub } }',
  'proxy: { prefixes: { docker.io: docker.io/acme, quay.io: mirror.example.com } }',
  'proxy: { generic: { host: r.example.com, template: "{{host}}/{{project}}/{{path}}" } }',
);
const copies = fc.constantFrom(
  '',
  'images: { docker: r.example.com/docker }',
  'images: { docker: acme/runner }',
  'images: { acme/runner: quay.io/acme/runner, quay.io/acme/runner: acme/other }',
);

// The language answers where an image is pulled from without the compiler; the two must never disagree.
it('counts exactly the images that the compiler leaves on Docker Hub', async () => {
  await fc.assert(
    fc.asyncProperty(image, image, proxy, copies, async (runner, sidecar, ...parts) => {
      const registry = parts.filter((part) => part !== '').join(', ');
      const text = exampleFleet(
        `registry: { ${registry} }\npools:\n  ci: { image: { reference: "${runner}", ubuntu: "22.04" }, docker: { sidecar: { image: "${sidecar}" } } }`,
      );
      const { environments } = await compile({ path: 'fleet.yaml', text });
      const { fleet } = environments[0]!;
      const { rewrite } = await createRewriter(fleet.registry);
      const onHub = [runner, sidecar].filter(
        (reference) => parseImageReference(rewrite(reference))!.registry === 'docker.io',
      );
      expect(measureCapacity(fleet).hub.pulls).toBe(onHub.length);
    }),
    { numRuns: 150 },
  );
});
