import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const fleet = (group: string) =>
  exampleFleet(
    `controller: { webhookServer: { runnerGroupVisibility: true, secret: { from: { existing: true } }, ingress: { host: arc.example.com } } }\nscopes:\n  web: { organization: acme${group} }`,
  );

export const visibilityWithoutGroups = defineCheck({
  code: 'FLC4805',
  name: 'visibility-without-groups',
  severity: 'warning',
  title: 'GitHub is asked about runner groups that the fleet does not have',
  message: () => 'GitHub is asked which runner groups see a repository, and the fleet has none',
  label: () => 'no runner group',
  why: 'each event costs requests to GitHub, and on a plan without runner groups the answer is 404 and the event is lost',
  fix: 'remove "runnerGroupVisibility", or give a scope its "runnerGroup"',
  source: 'https://github.com/actions/actions-runner-controller/issues/1240',
  needsWholeFleet: true,
  examples: { bad: fleet(''), good: fleet(', runnerGroup: team') },
  check({ controller, scopes, pools }, report) {
    if (!controller.webhookServer?.runnerGroupVisibility) return;
    const owners = [...scopes.values(), ...pools];
    if (owners.some(({ runnerGroup }) => runnerGroup !== undefined)) return;
    report({}, [...controller.webhookServer.path, 'runnerGroupVisibility'], { part: 'key' });
  },
});
