import { z } from 'zod';
import { registryProxySchema } from './registry-proxy.schema.ts';
import { describe, strictMap } from './strict-map.ts';
import { host, imageReference, mirrorUrl, name } from './text.schema.ts';

const mirror = () =>
  z.union([
    mirrorUrl(),
    strictMap('Registry mirror', {
      url: describe(
        mirrorUrl(),
        'URL of the mirror, without a login; dockerd sends it none.',
        'https://mirror.example.com',
      ),
      buildx: describe(
        z.boolean(),
        "Whether builders of `docker buildx create`, which do not see dockerd's settings, use the mirror too; false when absent.",
        true,
      ).optional(),
    }),
  ]);

export const registrySchema = strictMap('Registry', {
  proxy: describe(registryProxySchema, 'How an upstream image reference becomes a proxied one.', {
    harbor: { host: 'harbor.example.com', projects: { 'docker.io': 'hub' } },
  }).optional(),
  direct: describe(
    z.array(host()),
    'Upstream hosts that are pulled from directly on purpose: no warning that the proxy is bypassed.',
    ['quay.io'],
  ).optional(),
  mirror: describe(
    mirror(),
    'Docker Hub mirror for the dockerd inside runners (`--registry-mirror`); independent of the proxy.',
    'https://mirror.example.com',
  ).optional(),
  pullSecrets: describe(
    z.union([z.array(name()), z.record(name(), strictMap('Pull secret', {}))]),
    'Registry credentials that every pod that pulls gets.',
    ['harbor-robot'],
  ).optional(),
  images: describe(
    z.record(z.string().min(1), imageReference()),
    'Upstream repository to the repository that replaces it; never rewritten again.',
    { 'docker.io/library/docker': 'registry.example.com/tools/docker' },
  ).optional(),
});
