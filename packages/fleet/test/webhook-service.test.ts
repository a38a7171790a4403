import { expect, it } from 'vitest';
import { exampleFleet } from '../src/rules/example.ts';
import { resolve } from './diagnose.ts';

async function serviceOf(fields: string) {
  const text = exampleFleet(`controller: { webhookServer: { service: { ${fields} } } }`);
  return (await resolve(text)).controller.webhookServer?.service;
}

it('takes a port on the nodes for a Service that has one', async () => {
  expect(await serviceOf('nodePort: 30080')).toEqual({
    type: 'NodePort',
    annotations: {},
    nodePort: 30080,
  });
  expect(await serviceOf('type: LoadBalancer, nodePort: 30080')).toMatchObject({
    type: 'LoadBalancer',
  });
  expect(await serviceOf('annotations: { a: b }')).toEqual({
    type: 'ClusterIP',
    annotations: { a: 'b' },
  });
});
