import { exampleFleet } from '@fleetc/fleet';
import { leaves } from '@fleetc/testing';
import { expect, it } from 'vitest';
import type { ObjectItem } from '../src/bundle.ts';
import { compileText, yamlOf } from '../src/testing/compile-text.ts';
import { findCodes } from '../src/testing/find-codes.ts';

const credentials = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, secret: { name: hub-login, from: { existing: true } } } }
`;
const mirror = 'registry: { mirror: { url: "https://m.example.com", buildx: true } }\n';
const resources = 'resources: { requests: { cpu: 500m, memory: 1Gi } }';
const pod = ['spec', 'template', 'spec'];

function pool(fields: string, blocks = ''): string {
  return `${credentials}${blocks}pools:\n  ci: { scope: web, ${fields}, ${resources} }`;
}

async function runnerOf(blocks: string, kind = 'RunnerDeployment'): Promise<ObjectItem> {
  return (await compileText(blocks)).object(kind, 'acme-ci');
}

function partsOf(item: ObjectItem): Record<string, unknown> {
  return (item.object as never)['spec']['template']['spec'];
}

function script(item: ObjectItem): string {
  const [container] = partsOf(item)['initContainers'] as { command: string[] }[];
  return container!.command[2]!;
}

it("logs docker in by a copy, before the user's own init containers", async () => {
  const own = 'pod: { initContainers: [{ name: warm, image: "ghcr.io/acme/warm:1" }] }';
  const item = await runnerOf(
    pool(
      `docker: { sidecar: { login: hub } }, image: { reference: "acme/r:22.04", pullPolicy: IfNotPresent }, ${own}`,
      mirror,
    ),
  );
  expect(yamlOf(item, ...pod, 'initContainers')).toBe(`- name: fleetc-docker-config
  image: acme/r:22.04
  command:
    - /bin/sh
    - "-c"
    - |-
      set -eu
      if [ -d /home/runner/.docker ]; then cp -R /home/runner/.docker/. /etc/fleetc/docker || true; fi
      install -m 600 /etc/fleetc/login/config.json /etc/fleetc/docker/config.json
      install -D -m 600 /etc/fleetc/buildkit/buildkitd.toml /etc/fleetc/docker/buildx/buildkitd.default.toml
  imagePullPolicy: IfNotPresent
  resources:
    requests:
      cpu: "500m"
      memory: "1Gi"
  volumeMounts:
    - name: fleetc-docker-config
      mountPath: /etc/fleetc/docker
    - name: fleetc-docker-login
      mountPath: /etc/fleetc/login
      readOnly: true
    - name: fleetc-buildkit
      mountPath: /etc/fleetc/buildkit
      readOnly: true
- name: warm
  image: ghcr.io/acme/warm:1
`);
  expect(yamlOf(item, ...pod, 'volumeMounts')).toBe(`- name: fleetc-docker-config
  mountPath: /home/runner/.docker
`);
  expect(yamlOf(item, ...pod, 'volumes')).toBe(`- name: fleetc-docker-config
  emptyDir: {}
- name: fleetc-docker-login
  secret:
    items:
      - key: ".dockerconfigjson"
        path: config.json
    secretName: hub-login
- name: fleetc-buildkit
  configMap:
    name: acme-ci-buildkit
`);
});

it.each(['inRunner', 'rootless'])('logs docker of a set in, in mode %s', async (mode) => {
  const item = await runnerOf(pool(`kind: set, docker: { ${mode}: { login: hub } }`), 'RunnerSet');
  const { containers, initContainers, volumes } = partsOf(item);
  expect(containers).toMatchObject([
    {
      name: 'runner',
      volumeMounts: [{ name: 'fleetc-docker-config', mountPath: '/home/runner/.docker' }],
    },
  ]);
  expect(initContainers).toMatchObject([
    {
      name: 'fleetc-docker-config',
      image: `summerwind/actions-runner-dind${mode === 'rootless' ? '-rootless' : ''}:v2.335.1-ubuntu-22.04`,
      volumeMounts: [{ name: 'fleetc-docker-config' }, { name: 'fleetc-docker-login' }],
    },
  ]);
  expect(volumes).toHaveLength(2);
  expect(script(item)).not.toContain('buildkitd');
});

it('copies as the user that the runner is, and with no more rights', async () => {
  const security =
    'containerSecurityContext: { runAsUser: 1000, capabilities: { add: [NET_ADMIN] } }';
  const item = await runnerOf(pool(`docker: { sidecar: { login: hub } }, ${security}`));
  expect(partsOf(item)['initContainers']).toMatchObject([{ securityContext: { runAsUser: 1000 } }]);
});

it('leaves a runner alone that has neither', async () => {
  const blocks = 'registry: { mirror: "https://m.example.com" }\n';
  for (const kind of ['deployment', 'set']) {
    const name = kind === 'set' ? 'RunnerSet' : 'RunnerDeployment';
    const parts = partsOf(
      await runnerOf(`${blocks}pools:\n  ci: { scope: web, kind: ${kind} }`, name),
    );
    expect(Object.keys(parts)).not.toContain('initContainers');
    expect(Object.keys(parts)).not.toContain('volumes');
  }
});

it('knows the line of each field', async () => {
  const own = 'pod: { initContainers: [{ name: warm, image: "ghcr.io/acme/warm:1" }] }';
  const compiled = await compileText(pool(`docker: { sidecar: { login: hub } }, ${own}`, mirror));
  const item = compiled.object('RunnerDeployment', 'acme-ci');
  const lineOf = (...path: (string | number)[]) => compiled.lineOf(item, [...pod, ...path]);
  expect(lineOf('initContainers', 0, 'name')).toBe('hub');
  expect(lineOf('initContainers', 0, 'command', 2)).toBe('login');
  expect(lineOf('initContainers', 0, 'resources', 'requests', 'cpu')).toBe('500m');
  expect(lineOf('initContainers', 0, 'volumeMounts', 1, 'name')).toBe('hub');
  expect(lineOf('initContainers', 0, 'volumeMounts', 2, 'name')).toBe('true');
  expect(lineOf('initContainers', 1, 'image')).toBe('"ghcr.io/acme/warm:1"');
  expect(lineOf('volumes', 0, 'emptyDir')).toBe('hub');
  expect(lineOf('volumes', 1, 'secret', 'secretName')).toBe('hub');
  expect(lineOf('volumes', 2, 'configMap', 'name')).toBe('true');
  expect(lineOf('volumeMounts', 0, 'mountPath')).toBe('hub');
  const settings = compiled.object('ConfigMap', 'acme-ci-buildkit');
  expect(compiled.lineOf(settings, ['data', 'buildkitd.toml'])).toBe('true');
  for (const each of [item, settings]) {
    for (const leaf of leaves(each.object)) expect(compiled.lineOf(each, leaf)).not.toBe('');
  }
});

it('points at the mirror where there is no login', async () => {
  const compiled = await compileText(`${mirror}pools:\n  ci: { scope: web }`);
  const item = compiled.object('RunnerDeployment', 'acme-ci');
  const path = [...pod, 'initContainers', 0, 'command'];
  expect(compiled.lineOf(item, path)).toBe('true');
  expect(script(item)).not.toContain('config.json');
});

it("needs the login in the pool's namespace, whoever else needs it", async () => {
  const fields = 'namespace: elsewhere, docker: { sidecar: { login: hub } }';
  const watch = 'controller: { watch: { namespace: elsewhere } }\n';
  const { bundle } = await compileText(pool(fields, watch));
  expect(bundle.existingSecrets.filter(({ name }) => name === 'hub-login')).toEqual([
    {
      name: 'hub-login',
      namespace: 'elsewhere',
      consumers: ['pool "ci"'],
      keys: ['.dockerconfigjson'],
      path: ['credentials', 'hub'],
    },
  ]);
});

it('pulls no other image for the copy', async () => {
  const { bundle } = await compileText(pool('docker: { sidecar: { login: hub } }'));
  const runner = bundle.images.find(({ reference }) =>
    reference.includes('summerwind/actions-runner:'),
  );
  expect(runner?.consumers).toEqual(['controller default for runners', 'pool "ci"']);
});

it('tells of a patch that would lose the copy', async () => {
  const patch =
    'patch: { runner: { template: { spec: { initContainers: [{ name: a, image: "a:1" }] } } } }';
  const dropped = 'FLC5104 pools.ci.patch.runner.template.spec.initContainers';
  const codesOf = (docker: string) => findCodes(exampleFleet(pool(`${docker}, ${patch}`)));
  expect(await codesOf('docker: sidecar')).not.toContain(dropped);
  expect(await codesOf('docker: { sidecar: { login: hub } }')).toContain(dropped);
});

it.each<[string, string, string]>([
  ['https://m.example.com/', '', '[registry."docker.io"]\n  mirrors = ["m.example.com"]\n'],
  [
    'http://m.example.com:5000',
    '',
    '[registry."docker.io"]\n  mirrors = ["m.example.com:5000"]\n\n[registry."m.example.com:5000"]\n  http = true\n',
  ],
  [
    'http://m.example.com/hub',
    '',
    '[registry."docker.io"]\n  mirrors = ["m.example.com/hub"]\n\n[registry."m.example.com"]\n  http = true\n',
  ],
  [
    'https://m.example.com',
    'network: { ca: { configMap: { name: acme-ca, key: ca.crt } } }\n',
    '[registry."docker.io"]\n  mirrors = ["m.example.com"]\n\n[registry."m.example.com"]\n  ca = ["/usr/local/share/ca-certificates/fleetc-private-ca.crt"]\n',
  ],
])('tells BuildKit of %s', async (url, blocks, toml) => {
  const { object } = await compileText(
    `${blocks}registry: { mirror: { url: "${url}", buildx: true } }\npools:\n  ci: { scope: web }`,
  );
  expect(object('ConfigMap', 'acme-ci-buildkit').object['data']).toEqual({
    'buildkitd.toml': toml,
  });
});

it("follows the pool's own mirror, which may be none", async () => {
  const { bundle, object } = await compileText(`${mirror}pools:
  own: { scope: web, docker: { inRunner: { registryMirror: "https://own.example.com" } } }
  none: { scope: web, docker: { sidecar: { registryMirror: "" } } }
  without: { scope: web, docker: none }`);
  expect(object('ConfigMap', 'acme-own-buildkit').object['data']).toEqual({
    'buildkitd.toml': '[registry."docker.io"]\n  mirrors = ["own.example.com"]\n',
  });
  const maps = bundle.items.filter(
    (item) => item.type === 'object' && item.object.kind === 'ConfigMap',
  );
  expect(maps).toHaveLength(1);
});
