import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { dataKey, objectName, proxiedHost, proxyUrl } from './text.schema.ts';

const holder = (title: string) =>
  strictMap(title, {
    name: describe(
      objectName(),
      'Its name, in the namespace of each pod that reads it.',
      'acme-ca',
    ),
    key: describe(
      dataKey(),
      'The key with the PEM text; `ca.crt` when absent.',
      'ca.crt',
    ).optional(),
  });

const proxy = () =>
  strictMap('HTTP proxy', {
    http: describe(
      proxyUrl(),
      'Proxy for plain http, without a login.',
      'http://proxy.example.com:3128',
    ).optional(),
    https: describe(
      proxyUrl(),
      'Proxy for https, without a login.',
      'http://proxy.example.com:3128',
    ).optional(),
    no: describe(
      z.array(proxiedHost()),
      'Hosts, domains and networks that are reached directly; the pod itself and the cluster always are.',
      ['.example.com', '10.0.0.0/8'],
    ).optional(),
  });

const ca = () =>
  exclusiveMap(
    'Private CA',
    {
      configMap: describe(
        holder('ConfigMap with a CA'),
        'A ConfigMap that holds the certificates.',
        { name: 'acme-ca' },
      ).optional(),
      secret: describe(holder('Secret with a CA'), 'A Secret that holds the certificates.', {
        name: 'acme-ca',
      }).optional(),
    },
    exclusive.caSource,
  );

/** What stands between the cluster and GitHub. */
export const networkSchema = strictMap('Network', {
  proxy: describe(
    proxy(),
    'HTTP proxy of the controller, its servers, the runners and their docker; a variable of a pool wins over it.',
    { https: 'http://proxy.example.com:3128', no: ['.example.com'] },
  ).optional(),
  ca: describe(
    ca(),
    'Certificates (PEM) that the controller, the runners and their docker sidecar trust besides the public ones.',
    { configMap: { name: 'acme-ca' } },
  ).optional(),
});
