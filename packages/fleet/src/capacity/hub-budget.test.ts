import { expect, it } from 'vitest';
import { hubBudget } from './hub-budget.ts';
import { resolveBlocks } from './testing/resolve-blocks.ts';

const two = 'scopes:\n  web: { repository: acme/web }\n  api: { repository: acme/api }\n';

async function pullsOf(pool: string, blocks = ''): Promise<number> {
  return hubBudget(await resolveBlocks(`${two}${blocks}pools:\n  ci: ${pool}`)).pulls;
}

it.each([
  ['runner and sidecar', '{ scope: web, replicas: 5 }', 10],
  [
    'the maximum at every scope',
    '{ scopes: [web, api], autoscale: { min: 0, max: 7, on: { queued: {} } } }',
    28,
  ],
  ['one image without a sidecar', '{ scope: web, replicas: 5, docker: none }', 5],
  ['one image with dockerd in the runner', '{ scope: web, replicas: 5, docker: inRunner }', 5],
  [
    'only the sidecar when the runner comes from elsewhere',
    '{ scope: web, replicas: 5, image: { reference: "ghcr.io/acme/runner:1", ubuntu: "22.04" } }',
    5,
  ],
  [
    'only the runner when the sidecar comes from elsewhere',
    '{ scope: web, replicas: 5, docker: { sidecar: { image: "quay.io/acme/dind:28" } } }',
    5,
  ],
  [
    'only the sidecar when the runner is never pulled',
    '{ scope: web, replicas: 5, image: { reference: "summerwind/actions-runner:v2.335.1-ubuntu-22.04", pullPolicy: Never } }',
    5,
  ],
  ['nothing without runners', '{ scope: web, replicas: 0 }', 0],
])('counts %s', async (_, pool, pulls) => {
  expect(await pullsOf(pool)).toBe(pulls);
});

it.each([
  ['a proxy for Docker Hub', 'registry: { proxy: { harbor: harbor.acme.example } }\n', 0],
  [
    'a proxy for other hosts',
    'registry: { proxy: { prefixes: { quay.io: q.acme.example } } }\n',
    10,
  ],
  [
    'a prefix on Docker Hub itself',
    'registry: { proxy: { prefixes: { docker.io: docker.io/acme } } }\n',
    10,
  ],
  [
    'a template',
    'registry: { proxy: { generic: { host: r.acme.example, template: "{{host}}/{{path}}" } } }\n',
    0,
  ],
  ['a copy elsewhere', 'registry: { images: { docker: r.acme.example/docker } }\n', 5],
  ['a copy on Docker Hub', 'registry: { images: { docker: acme/docker } }\n', 10],
  [
    'a copy on Docker Hub past the proxy',
    'registry: { proxy: { harbor: harbor.acme.example }, images: { docker: acme/docker } }\n',
    5,
  ],
  ['a mirror for jobs', 'registry: { mirror: "https://m.acme.example" }\n', 10],
  [
    'a login',
    'credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  hub: { registry: { server: docker.io, username: acme, secret: { from: { existing: true } } } }\nregistry: { pullSecrets: [hub] }\n',
    10,
  ],
])('asks who is pulled from: %s', async (_, blocks, pulls) => {
  expect(await pullsOf('{ scope: web, replicas: 5 }', blocks)).toBe(pulls);
});

it('leaves what replaces another image where it is', async () => {
  const pool = '{ scope: web, replicas: 5, docker: { sidecar: { image: "acme/docker:28" } } }';
  const proxy = 'proxy: { harbor: harbor.acme.example }';
  expect(await pullsOf(pool, `registry: { ${proxy} }\n`)).toBe(0);
  expect(await pullsOf(pool, `registry: { ${proxy}, images: { docker: acme/docker } }\n`)).toBe(5);
});

const login = (server: string) => `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  pull: { registry: { server: ${server}, username: acme, secret: { from: { existing: true } } } }
registry: { pullSecrets: [pull] }
`;

it('names the login of Docker Hub and no other', async () => {
  expect(hubBudget(await resolveBlocks(login('index.docker.io'))).login).toBe('pull');
  expect(hubBudget(await resolveBlocks(login('mydocker.io')))).not.toHaveProperty('login');
});
