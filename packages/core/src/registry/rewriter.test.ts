import type { Registry, RegistryProxy } from '@fleetc/fleet';
import { formatImageReference, parseImageReference } from '@fleetc/notation';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRewriter } from './rewriter.ts';

function registry(fields: Partial<Registry> = {}): Registry {
  return { path: ['registry'], direct: [], pullSecrets: [], images: {}, ...fields };
}

const path = ['registry', 'proxy'];
const harbor: RegistryProxy = {
  kind: 'prefixes',
  path,
  prefixes: { 'docker.io': 'harbor.example.com/hub', 'ghcr.io': 'harbor.example.com/ghcr/' },
};
const byHost: RegistryProxy = {
  kind: 'prefixes',
  path,
  prefixes: {},
  otherwise: 'harbor.example.com/{host}',
};
const subdomains: RegistryProxy = {
  kind: 'prefixes',
  path,
  prefixes: {},
  otherwise: '{host}.mirror.example.com:5000',
};
const selfProxy: RegistryProxy = {
  kind: 'prefixes',
  path,
  prefixes: { 'docker.io': 'quay.io/acme-hub', 'quay.io': 'quay.io/acme-quay' },
};
const template: RegistryProxy = {
  kind: 'generic',
  path,
  host: 'mirror.example.com',
  template: '{{host}}/v2/{{project}}/{{path}}',
  projects: { 'docker.io': 'hub' },
};
const proxies = { harbor, byHost, subdomains, selfProxy, template };

async function rewrite(proxy: RegistryProxy | undefined, reference: string, images = {}) {
  const { rewrite } = await createRewriter(registry({ images, ...(proxy && { proxy }) }));
  return rewrite(reference);
}

it('leaves a reference as it is written when there is no proxy', async () => {
  expect(await rewrite(undefined, 'docker:dind')).toBe('docker:dind');
});

it('puts the project before the path and writes library/ out', async () => {
  expect(await rewrite(harbor, 'docker:28-dind')).toBe(
    'harbor.example.com/hub/library/docker:28-dind',
  );
  expect(await rewrite(harbor, 'index.docker.io/summerwind/actions-runner:v1')).toBe(
    'harbor.example.com/hub/summerwind/actions-runner:v1',
  );
  expect(await rewrite(harbor, 'ghcr.io/actions/actions-runner:2')).toBe(
    'harbor.example.com/ghcr/actions/actions-runner:2',
  );
});

it('keeps tag and digest', async () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  expect(await rewrite(harbor, `docker:dind@${digest}`)).toBe(
    `harbor.example.com/hub/library/docker:dind@${digest}`,
  );
  expect(await rewrite(harbor, `docker@${digest}`)).toBe(
    `harbor.example.com/hub/library/docker@${digest}`,
  );
});

it('leaves a host without a place in the proxy, and one that is the proxy', async () => {
  expect(await rewrite(harbor, 'quay.io/brancz/kube-rbac-proxy:v1')).toBe(
    'quay.io/brancz/kube-rbac-proxy:v1',
  );
  expect(await rewrite(byHost, 'harbor.example.com/tools/own:1')).toBe(
    'harbor.example.com/tools/own:1',
  );
});

it('takes the host itself as the project where none is given', async () => {
  expect(await rewrite(byHost, 'quay.io/a/b:1')).toBe('harbor.example.com/quay.io/a/b:1');
  expect(await rewrite(subdomains, 'quay.io/a/b:1')).toBe('quay.io.mirror.example.com:5000/a/b:1');
});

it('rewrites a host that is upstream and proxy at once only outside its prefixes', async () => {
  expect(await rewrite(selfProxy, 'quay.io/jetstack/x:1')).toBe('quay.io/acme-quay/jetstack/x:1');
  expect(await rewrite(selfProxy, 'quay.io/acme-hub/library/docker:1')).toBe(
    'quay.io/acme-hub/library/docker:1',
  );
});

it('leaves an image that is on the host of another proxy already', async () => {
  const both = { ...byHost, prefixes: { 'quay.io': 'mirror.example.com/quay' } };
  expect(await rewrite(both, 'quay.io/a/b:1')).toBe('mirror.example.com/quay/a/b:1');
  expect(await rewrite(both, 'ghcr.io/a/b:1')).toBe('harbor.example.com/ghcr.io/a/b:1');
  expect(await rewrite(both, 'mirror.example.com/own/b:1')).toBe('mirror.example.com/own/b:1');
});

it('renders a template without escaping and keeps the version', async () => {
  expect(await rewrite(template, 'docker:28-dind')).toBe(
    'mirror.example.com/v2/hub/library/docker:28-dind',
  );
  expect(await rewrite({ ...template, template: '{{host}}/{{path}}:{{tag}}-x' }, 'a/b:1')).toBe(
    'mirror.example.com/a/b:1-x',
  );
});

it('prefers an override over the proxy, by the upstream name however it is written', async () => {
  const images = { 'docker.io/library/docker': 'registry.example.com/tools/docker' };
  expect(await rewrite(harbor, 'docker:28-dind', images)).toBe(
    'registry.example.com/tools/docker:28-dind',
  );
  const pinned = { docker: 'registry.example.com/tools/docker:27' };
  expect(await rewrite(harbor, 'docker:28-dind', pinned)).toBe(
    'registry.example.com/tools/docker:27',
  );
});

it('never rewrites what an override names', async () => {
  const images = { docker: 'acme/docker' };
  expect(await rewrite(harbor, 'docker:1', images)).toBe('acme/docker:1');
  expect(await rewrite(harbor, 'acme/docker:1', images)).toBe('acme/docker:1');
});

it('takes Docker Hub under any of its names for one registry', async () => {
  for (const host of ['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']) {
    expect(await rewrite(harbor, `${host}/acme/web:1`)).toBe('harbor.example.com/hub/acme/web:1');
    expect(await rewrite(undefined, `${host}/acme/web:1`)).toBe(`${host}/acme/web:1`);
  }
});

it('asks another registry for upstreams that a template is not for', async () => {
  const others = { 'quay.io': 'other.example.com/quay' };
  expect(await rewrite({ ...template, others }, 'quay.io/a/b:1')).toBe(
    'other.example.com/quay/a/b:1',
  );
  expect(await rewrite({ ...template, others }, 'other.example.com/quay/a/b:1')).toBe(
    'other.example.com/quay/a/b:1',
  );
});

it.each([
  ['{{host}}/{{nonsense}}', 'it uses the unknown name "nonsense"'],
  ['{{upper host}}/a', 'it uses the unknown name "upper"'],
  ['{{log host}}{{host}}/a', 'it uses the unknown name "log"'],
  ['{{> part}}', 'it uses the unknown name "part"'],
  ['{{* part}}', 'it uses the unknown name "part"'],
  ['{{host.name}}', 'it asks for something that a text does not have'],
  ['{{host', 'it ends before everything in it is closed'],
  ['{{#if tag}}a', 'it ends before everything in it is closed'],
  ['{{#if tag}}a{{/unless}}', 'it opens "if" and closes "unless"'],
  ['a/\n{{host x=}}', 'its line 2 is not what Handlebars can read'],
  [
    '{{host}}/A',
    'it makes "mirror.example.com/A" of "docker:dind", and the repository has the upper-case letter "A"',
  ],
])('says of the template %j that %s, and then rewrites nothing', async (text, problem) => {
  const rewriter = await createRewriter(registry({ proxy: { ...template, template: text } }));
  expect(rewriter.problem).toBe(problem);
  expect(rewriter.rewrite('docker:dind')).toBe('docker:dind');
});

const host = fc.constantFrom(
  'docker.io',
  'quay.io',
  'ghcr.io',
  'harbor.example.com',
  'r.example.com:5000',
);
const part = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const reference = fc
  .record({
    registry: host,
    repository: fc.array(part, { minLength: 2, maxLength: 3 }).map((parts) => parts.join('/')),
    tag: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,10}$/),
  })
  .map(formatImageReference);

for (const [name, proxy] of Object.entries(proxies)) {
  it(`changes nothing the second time and keeps the tag (${name})`, async () => {
    const images = { 'quay.io/a/b': 'docker.io/own/b', 'docker.io/own/b': 'ghcr.io/c/d' };
    const { rewrite } = await createRewriter(registry({ proxy, images }));
    fc.assert(
      fc.property(fc.oneof(reference, fc.constantFrom('quay.io/a/b:1', 'own/b:1')), (text) => {
        const once = rewrite(text);
        expect(rewrite(once)).toBe(once);
        expect(parseImageReference(once)?.tag).toBe(parseImageReference(text)?.tag);
      }),
    );
  });
}
