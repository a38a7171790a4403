import type { Bundle } from '@fleetc/core';
import { expect, it } from 'vitest';
import { bareBundle, createObject, createRelease, wholeBundle } from '../../testing/bundle.ts';
import { placeItems } from '../../layout/place-items.ts';
import { renderReadme } from './render-readme.ts';

const single = { hasEnvironments: false };
const render = (bundle: Bundle, options = single) =>
  renderReadme(bundle, placeItems(bundle), options);

/** The lines of a section, without its heading. */
function section(readme: string, heading: string): string {
  return readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

it('says what the tree is and how to install, verify, update and remove it', async () => {
  await expect(render(wholeBundle)).toMatchFileSnapshot('../../testing/whole-bundle-readme.txt');
});

it('leaves out what a bundle has not', () => {
  const readme = render(bareBundle);
  for (const word of [
    'fleetc secrets',
    'GitHub has to grant',
    'Secret',
    'another namespace',
    'deletes the',
  ]) {
    expect(readme).not.toContain(word);
  }
  expect(readme).not.toContain('\n\n\n');
});

it('keeps prose and commands within a hundred columns', () => {
  const lines = render(wholeBundle)
    .split('\n')
    .filter((line) => !line.startsWith('|'));
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
});

it('names the environment, in the title and where Secrets are made', () => {
  const readme = render({ ...wholeBundle, environment: 'staging' }, { hasEnvironments: true });
  expect(readme.split('\n')[0]).toBe('# Fleet acme, environment staging');
  expect(readme).toContain('FLEET=PATH/TO/fleet.yaml\n');
  expect(readme).toContain(
    '\nfleetc secrets "$FLEET" --env staging | kubectl apply --server-side -f -\n',
  );
});

it('asks for cert-manager only where the controller needs one that the bundle has not', () => {
  const release = {
    name: 'arc',
    namespace: 'arc',
    repository: 'oci://r',
    chart: 'arc',
    version: '1',
  };
  const withValues = (values: { certManagerEnabled?: boolean }) => {
    const items = [createRelease('controller', { ...release, values })];
    return section(render({ ...bareBundle, items }), 'Prerequisites');
  };
  const demand = '- cert-manager, running in the cluster';
  expect(withValues({})).toContain(demand);
  expect(withValues({ certManagerEnabled: false })).not.toContain(demand);
  expect(section(render(wholeBundle), 'Prerequisites')).not.toContain(demand);
});

it('asks for the namespaces that the bundle does not make', () => {
  const items = wholeBundle.items.filter(({ stage }) => stage !== 'namespaces');
  const readme = render({ ...wholeBundle, items });
  expect(section(readme, 'Prerequisites')).toContain(
    '- namespace `arc`\n- namespace `cert-manager`\n- namespace `web`\n',
  );
  expect(readme).not.toContain('deletes the namespaces');
});

it('applies objects beside values by name, after the release that brings their kinds', () => {
  const issuer = createObject('cert-manager', ['cert-manager.io/v1', 'ClusterIssuer', 'acme']);
  const readme = render({ ...wholeBundle, items: [...wholeBundle.items, issuer] });
  const install = section(readme, 'Install');
  const command = 'kubectl apply --server-side -f 20-cert-manager/clusterissuer-acme.yaml\n';
  expect(install.indexOf(command)).toBeGreaterThan(
    install.indexOf('helm upgrade --install cert-manager'),
  );
  expect(install.indexOf(command)).toBeLessThan(install.indexOf('helm repo add'));
  expect(section(readme, 'Uninstall')).toContain(
    'kubectl delete --ignore-not-found -f 20-cert-manager/clusterissuer-acme.yaml\nhelm uninstall cert-manager',
  );
});

it('removes autoscalers, then runners, then the controller, then Secrets, then namespaces', () => {
  const uninstall = section(render(wholeBundle), 'Uninstall');
  const order = [
    '-f 60-autoscalers/',
    'kubectl patch',
    'kubectl wait',
    '--recursive -f 50-runners/\nkubectl delete',
    'helm uninstall acme-actions-runner-controller',
    'helm uninstall cert-manager',
    'secret controller-manager',
    '-f 00-namespaces/',
  ];
  const places = order.map((words) => uninstall.indexOf(words));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

it('shortens long lists of users', () => {
  const consumers = Array.from({ length: 40 }, (_, index) => `pool "p${index}"`);
  const existingSecrets = [{ name: 's', namespace: 'n', keys: [], consumers, path: [] }];
  expect(section(render({ ...bareBundle, existingSecrets }), 'Prerequisites')).toContain(
    '- Secret `s` in `n`, used by pool "p0", pool "p1", pool "p2", pool "p3" and 36 more\n',
  );
});
