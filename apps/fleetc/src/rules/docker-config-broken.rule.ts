import { defineRule } from '@fleetc/diagnostics';

/** FLC6942: the file with the logins of Docker cannot be used. */
export const dockerConfigBroken = defineRule<{ file: string; problem: string }>({
  code: 'FLC6942',
  name: 'docker-config-broken',
  severity: 'error',
  title: 'The configuration of Docker cannot be used',
  message: ({ file, problem }) => `the Docker configuration "${file}" cannot be used: ${problem}`,
  why: 'without its logins, registries would be asked as a stranger',
  fix: 'mend the file, or set DOCKER_CONFIG to a folder that has another one or none',
  source: 'docs/cli.md',
});
