import type { Bundle, FluxOutput } from '@fleetc/core';
import { expect, it } from 'vitest';
import { bareBundle, wholeBundle } from '../../testing/bundle.ts';
import { fluxOutput } from '../../testing/outputs.ts';
import { planEnvironment } from '../environment.ts';
import { renderReadme } from './render-readme.ts';

const oci = { kind: 'oci', url: 'oci://r.example.com/infra', tag: 'live', path: 'a b' } as const;

function render(changes: Partial<FluxOutput> = {}, bundles: readonly Bundle[] = [wholeBundle]) {
  const hasEnvironments = bundles[0]!.environment !== 'default';
  const options = { output: { ...fluxOutput, ...changes }, hasEnvironments };
  return renderReadme(
    bundles.map((bundle) => planEnvironment(bundle, options)),
    options,
  );
}

it.each<Partial<FluxOutput>>([
  {},
  { prune: false },
  { source: oci, sourceSecret: 'login', decryptionSecret: 'age' },
])('keeps to a hundred columns and leaves no gaps: %j', (changes) => {
  const readme = render(changes);
  const wide = readme.split('\n').filter((line) => line.length > 100 && !line.startsWith('|'));
  expect(wide).toEqual([]);
  expect(readme).not.toMatch(/\n\n\n|undefined|\[object/);
});

it('says how the tree is published', () => {
  expect(render()).toContain('push it to `https://git.example.com/infra.git` (`main`)');
  const root = { ...fluxOutput.source, path: '.' };
  expect(render({ source: root })).toContain('(`main`) as the root. Then');
  expect(render({ source: { ...oci, path: '.' } })).toContain('ROOT, with this tree as the root:');
  expect(render({ source: oci })).toContain('flux push artifact oci://r.example.com/infra:live');
});

it('names the Secrets that Flux needs, and those of the runners', () => {
  const readme = render({ sourceSecret: 'login', decryptionSecret: 'age' });
  expect(readme).toContain('- Secret `login` in `flux-system`, the login to the source\n');
  expect(readme).toContain('- Secret `age` in `flux-system`, with the keys that decrypt');
  expect(readme).toContain('- Secret `web-app` in `web` with the keys');
  const far = { ...bareBundle, destination: { kubeconfigSecret: 'far' } };
  expect(render({}, [far])).toContain(
    '- Secret `far` beside Flux, with a kubeconfig of the cluster',
  );
  expect(render({}, [bareBundle])).toContain('For the cluster, `cluster/`: nothing more.');
});

const deletions = (changes: Partial<FluxOutput>) =>
  render(changes)
    .replaceAll(' \\\n  ', ' ')
    .split('\n')
    .flatMap((line) => /^kubectl delete \S+ (?:-k )?(\S+)/.exec(line)?.[1] ?? []);

it('takes the fleet down from its end, and by hand what no pruning takes', () => {
  const ends = ['acme-root', 'acme-runners', 'acme-controller', 'acme-cert-manager'];
  expect(deletions({})).toEqual([...ends, 'acme-namespaces', 'acme-source']);
  expect(deletions({ prune: false })).toEqual([
    'acme-root',
    'acme-runners',
    'manifests/runners/',
    'acme-controller',
    'manifests/controller/',
    'acme-cert-manager',
    'manifests/cert-manager/',
    'acme-namespaces',
    'acme-source',
  ]);
});

it('waits until no runner is left before the controller goes', () => {
  const commands = render().split('\n');
  const wait =
    'kubectl wait --for delete pods --selector actions-runner --namespace arc --timeout 1h';
  const remove = (part: string) =>
    commands.findIndex((line) => line.startsWith('kubectl delete') && line.includes(part));
  expect(commands.indexOf(wait)).toBeGreaterThan(remove('acme-runners'));
  expect(commands.indexOf(wait)).toBeLessThan(remove('acme-controller'));
});

const block = (name: string) =>
  `Environment \`${name}\`:\n\n\`\`\`sh\nkubectl apply -k clusters/${name}/\n\`\`\`\n`;

it('gives each cluster blocks of commands of its own', () => {
  const bundles = ['a', 'b'].map((environment) => ({ ...wholeBundle, environment }));
  const readme = render({}, bundles);
  expect(readme).toContain(`${block('a')}\n${block('b')}`);
  const shells = readme.match(/```sh\n[\s\S]*?```/g) ?? [];
  expect(shells.filter((text) => /acme-a-|--env a|clusters\/a/.test(text))).toHaveLength(3);
  expect(shells.filter((text) => /acme-b-|--env b|clusters\/b/.test(text))).toHaveLength(3);
  expect(shells).toHaveLength(7);
});
