import type { ArgocdOutput, Bundle } from '@fleetc/core';
import { expect, it } from 'vitest';
import { bareBundle, createObject, wholeBundle } from '../../testing/bundle.ts';
import { argocdOutput } from '../../testing/outputs.ts';
import { planEnvironments } from '../plan-environments.ts';
import { renderReadme } from './render-readme.ts';

const automated = { prune: true, selfHeal: true };

function render(changes: Partial<ArgocdOutput> = {}, bundles: readonly Bundle[] = [wholeBundle]) {
  const hasEnvironments = bundles[0]!.environment !== 'default';
  const options = { output: { ...argocdOutput, ...changes }, hasEnvironments };
  return renderReadme(planEnvironments(bundles, options), options);
}

const everyChange: Partial<ArgocdOutput>[] = (
  ['applications', 'applicationSet', 'rollingSync'] as const
).flatMap((layout) =>
  [{}, { automated }].flatMap((sync) =>
    [false, true].flatMap((flag) => [
      { layout, ...sync, finalizer: flag, health: flag },
      { layout, ...sync, finalizer: flag, health: !flag },
    ]),
  ),
);

it.each(everyChange)('keeps to a hundred columns and leaves no gaps: %j', (changes) => {
  const readme = render(changes);
  const wide = readme.split('\n').filter((line) => line.length > 100 && !line.startsWith('|'));
  expect(wide).toEqual([]);
  expect(readme).not.toMatch(/\n\n\n|undefined|\[object/);
});

it('names the steps for people only where people sync', () => {
  const sync = 'argocd app sync acme-controller\nargocd app wait acme-controller --sync --health\n';
  expect(render()).toContain('argocd app sync acme\n');
  expect(render({ health: true })).toContain('argocd app sync acme --async\n');
  expect(render()).toContain(sync);
  expect(render({ layout: 'applicationSet' })).toContain(sync);
  expect(render({ layout: 'applicationSet' })).not.toContain('--async');
  expect(render({ automated })).not.toMatch(/^argocd app sync/m);
  expect(render({ layout: 'rollingSync' })).not.toMatch(/^argocd app sync/m);
});

it('says what makes waves wait, and that they do not without', () => {
  expect(render({ automated, health: true })).toContain('The root goes from wave to wave.');
  expect(render({ automated })).toContain('waves do not wait');
  expect(render({ layout: 'rollingSync' })).toContain('progressive.syncs');
});

const deletions = (changes: Partial<ArgocdOutput>) =>
  render(changes)
    .split('\n')
    .filter((line) => /^(kubectl|argocd app) delete/.test(line));

it('says who takes away what left the tree', () => {
  const prune = 'argocd app sync NAME --prune';
  expect(render()).toContain(prune);
  expect(render({ automated: { prune: false, selfHeal: true } })).toContain(prune);
  expect(render({ automated })).not.toContain(prune);
  expect(render({ automated })).toContain('What left the tree is deleted in the cluster.');
  expect(render()).toMatch(/An\sApplication that left takes nothing along/);
  expect(render({ finalizer: true })).not.toContain('takes nothing along');
});

it('warns of the gap in the layout that has one', () => {
  const gap = 'may put Applications into any project of Argo CD';
  expect(render()).toContain(gap);
  expect(render({ layout: 'applicationSet' })).not.toContain(gap);
});

it('deletes by the root where deletions cascade in order, else one by one from the end', () => {
  const alone = 'kubectl delete application acme --namespace argocd';
  const oneByOne = ['runners', 'controller', 'cert-manager', 'namespaces'].map(
    (part) => `argocd app delete acme-${part} --yes --wait`,
  );
  const projects = 'kubectl delete -f root-project.yaml -f project.yaml';
  const project = 'kubectl delete -f project.yaml';
  expect(deletions({ finalizer: true })).toEqual([alone, projects]);
  expect(deletions({})).toEqual([alone, ...oneByOne, projects]);
  expect(deletions({ layout: 'applicationSet', finalizer: true })).toEqual([
    'kubectl delete applicationset acme --namespace argocd --cascade=orphan',
    ...oneByOne,
    project,
  ]);
  expect(deletions({ layout: 'rollingSync', finalizer: true })).toEqual([
    'kubectl delete applicationset acme --namespace argocd',
    project,
  ]);
});

it('patches the settings of Argo CD only with something to patch', () => {
  expect(render({ health: true })).toContain('--patch-file argocd-cm.patch.yaml');
  expect(render()).not.toContain('argocd-cm.patch.yaml');
});

it('tells of each environment what it needs and where it goes', () => {
  const staging = { ...wholeBundle, environment: 'staging', destination: { name: 'far' } };
  const other = { ...bareBundle, environment: 'test', items: wholeBundle.items };
  const readme = render({}, [staging, other]);
  expect(readme).toContain(
    'Environment `staging`, in the cluster that Argo CD knows as `far`:\n\n-',
  );
  expect(readme).toContain('Environment `test`, in the cluster of Argo CD: nothing more.\n');
  expect(readme).toContain(
    'fleetc secrets "$FLEET" --env staging | kubectl apply --server-side -f -\n',
  );
  expect(readme).not.toContain('--env test');
});

it('says what to do about Secrets from SOPS', () => {
  const secret = createObject('secrets', ['v1', 'Secret', 'token', 'arc']);
  const encrypted = { by: 'sops', text: 'sops: {}\n' } as const;
  const bundle = { ...bareBundle, items: [{ ...secret, encrypted }] };
  const readme = render({}, [bundle]);
  expect(readme).toContain(
    '\nsops decrypt encrypted/arc/secret-token.sops.yaml | kubectl apply --server-side -f -\n',
  );
  expect(readme).toContain('| `encrypted/` |');
  expect(readme).not.toContain('\n\n\n');
  expect(render()).not.toContain('SOPS');
});

it('makes Secrets between the namespaces and what needs them', () => {
  const readme = render();
  const places = [
    'kubectl apply -f project.yaml',
    '| 0 | `acme-namespaces` |',
    'argocd app wait acme-namespaces',
    'fleetc secrets "$FLEET" |',
    'Then the other Applications:\n\n```sh\nargocd app sync acme-cert-manager\n',
    'argocd app wait acme-runners',
    '## Update',
  ].map((text) => readme.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((left, right) => left - right));
  expect(render({ automated })).not.toContain('Then the other Applications');
});

const block = (name: string) =>
  `Environment \`${name}\`:\n\n\`\`\`sh\nfleetc secrets "$FLEET" --env ${name} | kubectl apply --server-side -f -\n\`\`\`\n`;

it('gives each cluster a block of commands of its own', () => {
  const bundles = ['a', 'b'].map((environment) => ({ ...wholeBundle, environment }));
  expect(render({}, bundles)).toContain(`${block('a')}\n${block('b')}`);
});
