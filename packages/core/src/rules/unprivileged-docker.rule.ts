import type { Path } from '@fleetc/diagnostics';
import { defineBundleCheck } from './bundle-check.ts';
import { containersOf, type EmittedRunner } from './emitted-items.ts';
import { examplePool } from './example.ts';
import { textAt, valueAt } from './value-at.ts';

const pool = (context: string) =>
  examplePool(`pod: { containers: [{ name: docker, securityContext: { ${context} } }] }`);

export const unprivilegedDocker = defineBundleCheck<{ pool: string }>({
  code: 'FLC4440',
  name: 'unprivileged-docker',
  severity: 'warning',
  title: 'A dockerd loses its privileges to a security context',
  message: ({ pool: name }) => `the dockerd of pool "${name}" does not run privileged`,
  label: () => 'takes the privileges away',
  why: 'ARC makes the container privileged only where no security context is given to it and no SELinux options to the pod; without that dockerd does not start',
  fix: 'add "privileged: true" to the security context of the container, or use "docker: none"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/v0.27.6/controllers/actions.summerwind.net/runner_controller.go',
  examples: {
    bad: pool('readOnlyRootFilesystem: false'),
    good: pool('readOnlyRootFilesystem: false, privileged: true'),
  },
  check(emitted, report) {
    for (const runner of emitted.runners) {
      const path = takesPrivileges(runner);
      if (path) report({ pool: runner.pool.name }, runner.item.origin(path), { part: 'key' });
    }
  },
});

function takesPrivileges(runner: EmittedRunner): Path | undefined {
  const { item, pod, pool: owner } = runner;
  const { mode } = owner.docker;
  if (mode === 'none' || mode === 'kubernetes') return undefined;
  const name = mode === 'sidecar' ? 'docker' : 'runner';
  const container = containersOf(runner).find((other) => other.name === name)?.path;
  const own = container && valueAt(item.object, [...container, 'securityContext']);
  if (valueAt(own, ['privileged']) === true) return undefined;
  if (name === 'docker' && own !== undefined)
    return isRootless(runner, container!) ? undefined : [...container!, 'securityContext'];
  const options = [...pod, 'securityContext', 'seLinuxOptions'];
  return valueAt(item.object, options) === undefined ? undefined : options;
}

function isRootless({ item }: EmittedRunner, container: Path): boolean {
  return (textAt(item.object, [...container, 'image']) ?? '').includes('rootless');
}
