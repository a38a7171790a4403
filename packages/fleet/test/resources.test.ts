import { expect, it } from 'vitest';
import { exampleFleet } from '../src/rules/example.ts';
import { resolve } from './diagnose.ts';

it('writes a fraction as text, because Kubernetes takes whole numbers and text', async () => {
  const amounts = 'requests: { cpu: 0.5, memory: 1Gi }, limits: { cpu: 2, nvidia.com/gpu: 1 }';
  const fleet = await resolve(
    exampleFleet(
      `controller: { resources: { ${amounts} } }\npools:\n  ci: { scope: web, resources: { ${amounts} } }`,
    ),
  );
  const resources = {
    requests: { cpu: '0.5', memory: '1Gi' },
    limits: { 'cpu': 2, 'nvidia.com/gpu': 1 },
  };
  expect(fleet.controller.resources).toEqual(resources);
  expect(fleet.pools[0]!.resources).toEqual(resources);
});
