import type { Fleet } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool =
  'pools:\n  ci: { scope: web, node: { selector: { cloud.google.com/gke-nodepool: ci } } }';

export const gkeAdmissionPort = defineCheck({
  code: 'FLC4807',
  name: 'gke-admission-port',
  severity: 'info',
  title: 'A private GKE cluster does not let the admission webhooks through',
  message: () => 'the fleet names nodes of GKE, and its admission webhooks listen on port 9443',
  label: () => 'nodes of GKE',
  why: "a private cluster's firewall opens 443 and 10250 to the nodes; without a rule for 9443 no runner object can be created",
  fix: 'set "controller: { admissionPort: 10250 }", or open the port and silence this note',
  source: 'https://github.com/actions/actions-runner-controller/issues/68',
  examples: {
    bad: exampleFleet(pool),
    good: exampleFleet(`controller: { admissionPort: 10250 }\n${pool}`),
  },
  check(fleet, report) {
    if (fleet.controller.admissionPort !== undefined) return;
    const path = gkeSelector(fleet);
    if (path) report({}, path, { part: 'key' });
  },
});

/** The first selector that names a label of GKE's nodes. */
function gkeSelector({ controller, pools }: Fleet) {
  for (const { path, node } of [controller, ...pools]) {
    const keys = Object.keys(node.selector ?? {}).sort();
    const key = keys.find((label) => label.startsWith('cloud.google.com/gke-'));
    if (key !== undefined) return [...path, 'node', 'selector', key];
  }
  return undefined;
}
