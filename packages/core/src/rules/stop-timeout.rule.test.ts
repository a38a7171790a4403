import { expect, it } from 'vitest';
import { findCodes } from '../testing/find-codes.ts';
import { examplePool } from './example.ts';

const stop = (seconds: string) => `RUNNER_GRACEFUL_STOP_TIMEOUT: "${seconds}"`;
const stopPlace = 'FLC4434 pools.ci.env.RUNNER_GRACEFUL_STOP_TIMEOUT';

it.each<[string, string, string[]]>([
  ['less than Kubernetes waits', `docker: none\n    env: { ${stop('29')} }`, []],
  ['as long as Kubernetes waits', `docker: none\n    env: { ${stop('30')} }`, [stopPlace]],
  [
    'less than the pod is given',
    `docker: none\n    terminationGracePeriod: 1h\n    env: { ${stop('3599')} }`,
    [],
  ],
  ['longer than its docker', `env: { ${stop('20')} }`, [stopPlace]],
  [
    'shorter than its docker',
    `env: { ${stop('20')} }\n    docker: { sidecar: { env: { ${stop('25')} } } }`,
    [],
  ],
  ['a time that is no number', `docker: none\n    env: { ${stop('1h')} }`, []],
])('judges a runner that waits %s', async (_, fields, expected) => {
  expect(await findCodes(examplePool(fields))).toEqual(expected);
});
