import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const service = (fields: string) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } }, service: { ${fields} } } }`,
  );

export const nodePortUnused = defineCheck({
  code: 'FLC4810',
  name: 'node-port-unused',
  severity: 'error',
  title: 'A Service inside the cluster is given a port on the nodes',
  message: () => 'a Service of type ClusterIP has no port on the nodes',
  label: () => 'refused by Kubernetes',
  why: 'Kubernetes refuses such a Service, and with it the whole release',
  fix: 'leave "type" out, or use NodePort or LoadBalancer',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  examples: {
    bad: service('type: ClusterIP, nodePort: 30080'),
    good: service('nodePort: 30080'),
  },
  check({ controller: { webhookServer } }, report) {
    const given = webhookServer?.service;
    if (!webhookServer || given?.nodePort === undefined || given.type !== 'ClusterIP') return;
    report({}, [...webhookServer.path, 'service', 'nodePort'], {
      related: [{ path: [...webhookServer.path, 'service', 'type'], text: 'the type' }],
    });
  },
});
