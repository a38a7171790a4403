import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { host, imageReference, name, registryPath, url } from './text.schema.ts';

const projects = () => z.record(host(), z.string().min(1));

const harbor = () =>
  z.union([
    host(),
    strictMap('Harbor', {
      host: describe(host(), 'Harbor host.', 'harbor.example.com'),
      projects: describe(
        projects(),
        'Upstream host to proxy project. Without it, each project is named like its upstream host.',
        { 'docker.io': 'dockerhub' },
      ).optional(),
    }),
  ]);

const proxy = () =>
  exclusiveMap(
    'Registry proxy',
    {
      harbor: describe(
        harbor(),
        'Harbor proxy projects: `host/project/repository`.',
        'harbor.example.com',
      ).optional(),
      prefixes: describe(
        z.record(host(), registryPath()),
        'Upstream host to what stands before the repository.',
        { 'docker.io': 'mirror.example.com/hub' },
      ).optional(),
      generic: describe(
        strictMap('Generic proxy', {
          host: describe(host(), 'Proxy host.'),
          template: describe(
            z.string().min(1),
            'Handlebars template of the rewritten repository, over host, registry, project and path.',
            '{{host}}/{{project}}/{{path}}',
          ),
          projects: describe(
            projects(),
            'Upstream host to what `{{project}}` stands for; the host itself when absent.',
          ).optional(),
        }),
        'Any other proxy, by a template.',
      ).optional(),
    },
    exclusive.proxyKind,
  );

export const registrySchema = strictMap('Registry', {
  proxy: describe(proxy(), 'How an upstream image reference becomes a proxied one.').optional(),
  direct: describe(
    z.array(host()),
    'Upstream hosts that are pulled from directly on purpose: no warning that the proxy is bypassed.',
    ['quay.io'],
  ).optional(),
  mirror: describe(
    url(),
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
