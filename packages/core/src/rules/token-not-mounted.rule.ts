import { defineBundleCheck } from './bundle-check.ts';
import { examplePool } from './example.ts';
import { valueAt } from './value-at.ts';

const pool = (isMounted: boolean) =>
  examplePool(
    `docker: kubernetes\n    workVolume: { size: 10Gi, storageClass: fast }\n    pod: { automountServiceAccountToken: ${isMounted} }`,
  );

export const tokenNotMounted = defineBundleCheck<{ pool: string }>({
  code: 'FLC4436',
  name: 'token-not-mounted',
  severity: 'error',
  title: 'Runners that start pods have no access to the API server',
  message: ({ pool: name }) => `the runners of pool "${name}" start pods, and get no token for it`,
  label: () => 'needs the token',
  why: 'in docker mode "kubernetes" the runner itself asks the API server for each job\'s pod',
  fix: 'remove "automountServiceAccountToken"',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  examples: { bad: pool(false), good: pool(true) },
  check(emitted, report) {
    for (const { item, pod, pool: owner } of emitted.runners) {
      const path = [...pod, 'automountServiceAccountToken'];
      if (owner.docker.mode === 'kubernetes' && valueAt(item.object, path) === false)
        report({ pool: owner.name }, item.origin(path));
    }
  },
});
