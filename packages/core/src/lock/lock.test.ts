import { renderers } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import type { Bundle } from '../bundle.ts';
import { compile } from '../compile.ts';
import type { CompileOptions, FileReading } from '../compilation.ts';
import { formatLock } from './format-lock.ts';
import { nameInLock } from './locked-images.ts';
import { lockNameOf } from './pin-images.ts';

const digestOf = (name: string) =>
  `sha256:${Buffer.from(name).toString('hex').padEnd(64, '0').slice(-64)}`;

const fields = (registry: string) => `
registry: ${registry}
controller:
  metrics: { proxy: true }
pools:
  ci: { scope: web, resources: { requests: { cpu: 1, memory: 1Gi } } }
`;
const direct = exampleFleet(fields('{ direct: [docker.io, quay.io] }'));

async function compileWith(text: string, lock: FileReading, options: CompileOptions = {}) {
  const asked: string[] = [];
  const readFile = (path: string) => (asked.push(path), lock);
  const compilation = await compile({ path: 'infra/fleet.yaml', text }, { readFile, ...options });
  return { ...compilation, asked, bundle: compilation.environments[0]?.bundle };
}

const noFile: FileReading = { failure: 'no such file', isMissing: true };

/** A lock of every image of the fleet. */
async function lockAll(text: string, leaveOut = ''): Promise<FileReading> {
  const { environments } = await compile({ path: 'fleet.yaml', text });
  const names = environments.flatMap(({ fleet, bundle }) =>
    bundle!.images.flatMap((use) => lockNameOf(use, fleet.registry) ?? []),
  );
  const images = names
    .filter((name) => leaveOut === '' || !name.includes(leaveOut))
    .map((name) => [name, { digest: digestOf(name), platforms: ['linux/amd64'] }] as const);
  return { text: formatLock(new Map(images)) };
}

/** Every text in what was emitted that is an image by its look. */
function imagesIn(bundle: Bundle): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && /^[\w.-]+(?::\d+)?\/[\w./-]+:[\w.-]+(@\S+)?$/.test(value)) {
      found.push(value);
    }
    if (typeof value !== 'object' || value === null) return;
    const { repository, tag } = value as Record<string, unknown>;
    if (typeof repository === 'string' && typeof tag === 'string') {
      found.push(`${repository}:${tag}`);
    }
    Object.values(value).forEach(visit);
  };
  for (const item of bundle.items) {
    visit(item.type === 'object' ? item.object : item.release.values);
  }
  return found;
}

it.each([
  ['without a proxy', '{ direct: [docker.io, quay.io] }', (name: string) => name],
  [
    'behind a proxy',
    '{ proxy: { harbor: { host: h.test, projects: { docker.io: hub, quay.io: quay } } } }',
    (name: string) => name.replace('docker.io', 'h.test/hub').replace('quay.io', 'h.test/quay'),
  ],
  [
    'behind a proxy by template, with the tag in it',
    `{ proxy: { generic: { host: h.test, template: '{{host}}/{{registry}}/{{path}}:{{tag}}' } } }`,
    (name: string) => `h.test/${name}`,
  ],
])('emits every image by tag and digest %s', async (_name, registry, proxied) => {
  const text = exampleFleet(fields(registry));
  const { bundle, diagnostics, asked } = await compileWith(text, await lockAll(text));
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect([...new Set(asked)]).toEqual(['fleet.lock.yaml']);
  const emitted = imagesIn(bundle!);
  expect(emitted.length).toBeGreaterThan(8);
  for (const reference of emitted) {
    expect(reference).toMatch(/^[^@]+:[\w.-]+@sha256:[0-9a-f]{64}$/);
  }
  for (const { upstream, reference } of bundle!.images) {
    expect(reference).toMatch(/@sha256:/);
    const name = nameInLock(upstream)!;
    expect(nameInLock(reference.split('@')[0]!)).toBe(proxied(name));
    expect(reference.split('@')[1]).toBe(digestOf(name));
  }
});

it('locks an image that stands in the place of another by its own name, unless it has no tag', async () => {
  const registry = `{ direct: [docker.io, quay.io, m.test], images: { "docker.io/library/docker": "m.test/dind:7", "summerwind/actions-runner": m.test/runner } }`;
  const text = exampleFleet(fields(registry));
  const { bundle } = await compileWith(text, await lockAll(text));
  const references = bundle!.images.map(({ reference }) => reference);
  expect(references).toContain(`m.test/dind:7@${digestOf('m.test/dind:7')}`);
  const runner = bundle!.images.find(({ upstream }) => upstream.includes('/actions-runner:'))!;
  expect(runner.reference).toMatch(/^m\.test\/runner:/);
  expect(runner.reference.split('@')[1]).toBe(digestOf(runner.upstream));
});

it('leaves a digest in the file alone and asks for no lock of it', async () => {
  const digest = `sha256:${'f'.repeat(64)}`;
  const text = direct.replace(
    'scope: web,',
    `scope: web, image: "acme/runner:v1-ubuntu-22.04@${digest}",`,
  );
  const lock = await lockAll(text);
  expect('text' in lock && lock.text).not.toContain('acme/runner');
  const { bundle, diagnostics } = await compileWith(text, lock, { lock: 'require' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(imagesIn(bundle!)).toContain(`acme/runner:v1-ubuntu-22.04@${digest}`);
});

it('says once which images are not in the lock: a warning, an error where it is required', async () => {
  const lock = await lockAll(direct, 'quay.io');
  const found = async (options: CompileOptions) => {
    const { diagnostics } = await compileWith(direct, lock, options);
    return diagnostics
      .filter(({ code }) => code === 'FLC4952')
      .map(({ severity, message, primary }) => [severity, message, primary?.span.file]);
  };
  const [warning, ...others] = await found({});
  expect(others).toEqual([]);
  expect(warning).toEqual([
    'warning',
    expect.stringMatching(
      /^the lock "infra\/fleet\.lock\.yaml" lacks "quay\.io\/brancz\/kube-rbac-proxy:v0\.13\.1", ("quay\.io\/jetstack\/[^"]+"(, )?){5}$/,
    ),
    'infra/fleet.yaml',
  ]);
  expect((await found({ lock: 'require' }))[0]![0]).toBe('error');
  expect(await found({ lock: 'ignore' })).toEqual([]);
});

it('says nothing without a lock, unless one is required', async () => {
  const codes = async (options: CompileOptions) =>
    (await compileWith(direct, noFile, options)).diagnostics.map(({ code }) => code);
  expect(await codes({})).not.toContain('FLC4953');
  expect(await codes({ lock: 'require' })).toContain('FLC4953');
  const { diagnostics } = await compile({ path: 'fleet.yaml', text: direct }, { lock: 'require' });
  expect(diagnostics.map(({ message }) => message)).toContain(
    'there is no lock file "fleet.lock.yaml", and --locked requires one',
  );
});

it('stops at a lock that cannot be read, and shows the line of one that is broken', async () => {
  const closed = await compileWith(direct, { failure: 'permission denied' });
  expect(closed.diagnostics.map(({ message }) => message)).toContain(
    'the lock file cannot be used: permission denied',
  );
  const broken = 'version: 1\nimages:\n  docker: { digest: x }\n';
  const { diagnostics, lockSource } = await compileWith(direct, { text: broken });
  const finding = diagnostics.find(({ code }) => code === 'FLC4951')!;
  const text = renderers.text([finding], {
    texts: new Map([[lockSource!.path, lockSource!.text]]),
    colour: false,
    width: 80,
    rules: [],
    toolVersion: '',
  });
  expect(text).toContain('infra/fleet.lock.yaml:3:3');
});

it('warns of nodes that an image of a pool is not made for', async () => {
  const text = direct.replace(
    'scope: web,',
    'scope: web, node: { selector: { kubernetes.io/arch: arm64 } },',
  );
  const lock = (await lockAll(text)) as { text: string };
  const found = async (platforms: string) => {
    const changed = { text: lock.text.replaceAll('- linux/amd64', platforms) };
    const { diagnostics } = await compileWith(text, changed);
    return diagnostics.filter(({ code }) => code === 'FLC4954');
  };
  const warnings = await found('- linux/amd64');
  expect(warnings.map(({ severity, message }) => [severity, message])).toEqual([
    [
      'warning',
      'the image "docker.io/library/docker:28.0.4-dind" is for linux/amd64, and the nodes of this pool are linux/arm64',
    ],
    [
      'warning',
      'the image "docker.io/summerwind/actions-runner:v2.335.1-ubuntu-22.04" is for linux/amd64, and the nodes of this pool are linux/arm64',
    ],
  ]);
  const { start, end } = warnings[0]!.primary!.span;
  expect(text.slice(start, end)).toBe('arm64');
  expect(await found('- linux/amd64\n      - linux/arm64/v8')).toEqual([]);
  expect(await found('- linux/arm64')).toEqual([]);
});

it('never shows a secret that stands in the lock', async () => {
  const token = `ghp_${'a1B2'.repeat(10)}`;
  const text = `version: 1\nimages:\n  docker: ${token}\n`;
  const { lockSource, diagnostics } = await compileWith(direct, { text });
  expect(JSON.stringify([lockSource, diagnostics])).not.toContain(token);
});
