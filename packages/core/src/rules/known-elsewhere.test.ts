import { expect, it } from 'vitest';
import { knownElsewhere } from './known-elsewhere.ts';

const chart = 'chart "actions-runner-controller"';

function fixOf(subject: string, field: string): string | undefined {
  const violation = { kind: 'unknown-field', path: [], message: '' } as const;
  return knownElsewhere({ subject, field, violation });
}

it.each([
  [chart, 'namespaceOverride', 'remove it; no released chart reads it'],
  [chart, 'maxRunners', 'use "autoscale.max" of a pool'],
  [chart, 'githubWebhookServer.maxRunners', undefined],
  [chart, 'toString', undefined],
  ['chart "cert-manager"', 'namespaceOverride', undefined],
  [
    'RunnerDeployment "acme-ci"',
    'spec.template.spec.hostNetwork',
    'only a RunnerSet has it: use "kind: set", or remove it',
  ],
  ['RunnerDeployment "acme-ci"', 'spec.template.spec.containers[0].hostNetwork', undefined],
  ['RunnerSet "acme-ci"', 'spec.template.spec.hostNetwork', undefined],
])('says of %s what to do about %s', (subject, field, fix) => {
  expect(fixOf(subject, field)).toBe(fix);
});
