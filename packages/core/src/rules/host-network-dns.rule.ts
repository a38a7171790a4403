import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { exampleValues } from './example.ts';
import { valueAt } from './value-at.ts';

export const hostNetworkDns = defineBundleCheck({
  code: 'FLC5114',
  name: 'host-network-dns',
  severity: 'warning',
  title: 'The controller is on the network of its node and resolves names there',
  message: () =>
    'the controller is on the network of its node, and resolves names like the node does',
  label: () => 'needs "dnsPolicy"',
  why: "with the default policy such a pod uses the node's resolver, which does not know the names of the cluster",
  fix: 'add "dnsPolicy: ClusterFirstWithHostNet" to the values',
  source:
    'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy',
  examples: {
    bad: exampleValues('hostNetwork: true'),
    good: exampleValues('hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet'),
  },
  check({ bundle }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    const values = item?.release.values;
    if (!item || valueAt(values, ['hostNetwork']) !== true) return;
    const policy = valueAt(values, ['dnsPolicy']);
    if (policy === undefined || policy === 'ClusterFirst')
      report({}, item.origin(['hostNetwork']), { part: 'key' });
  },
});
