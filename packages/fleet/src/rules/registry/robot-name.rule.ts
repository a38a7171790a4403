import type { Fleet } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const robot = (name: string) =>
  exampleFleet(
    `credentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  robot: { registry: { server: harbor.example.com, username: '${name}', secret: { from: { env: ROBOT } } } }\nregistry: { pullSecrets: [robot], proxy: { harbor: harbor.example.com } }`,
  );

export const robotName = defineCheck<{ username: string }>({
  code: 'FLC4456',
  name: 'robot-name',
  severity: 'warning',
  title: 'The name of a Harbor robot has lost its dollar sign, or has too many',
  message: ({ username }) => `"${username}" is no name that Harbor gives to a robot`,
  label: () => 'robot$NAME',
  why: 'a shell replaces "$ci" by nothing, and Compose wants "$$"; fleet.yaml replaces nothing, so Harbor is asked for the name as it stands here',
  fix: 'copy it from Harbor as it is: "robot$NAME", or "robot$PROJECT+NAME"',
  source:
    'https://goharbor.io/docs/main/working-with-projects/project-configuration/create-robot-accounts/',
  examples: { bad: robot('robot$$ci'), good: robot('robot$ci') },
  check(fleet, report) {
    const hosts = harborHosts(fleet);
    for (const credential of fleet.credentials.values()) {
      if (credential.kind !== 'registry' || !hosts.includes(credential.server)) continue;
      const { username = '', path } = credential;
      // Other prefixes than "robot$" are a setting of Harbor; these are no prefix that anybody would choose.
      if (/^robot(\$\$|\\|\+|[a-z0-9])/.test(username)) {
        report({ username }, [...path, 'registry', 'username']);
      }
    }
  },
});

function harborHosts({ registry: { proxy } }: Fleet): readonly string[] {
  const product = proxy?.kind === 'prefixes' ? proxy.product : undefined;
  return product?.key === 'harbor' ? product.hosts : [];
}
