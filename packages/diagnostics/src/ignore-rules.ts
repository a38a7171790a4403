import { defineRule } from './rule.ts';

const source = 'packages/diagnostics/README.md, section "Silencing a finding"';

/** A whole fleet with one pool below `comment`; without `rest` the pool has no resources, which FLC4401 warns about. */
function exampleFleet(comment: string, rest = ''): string {
  return `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
scopes:
  web: { repository: acme/web }
pools:
  ${comment}
  ci: { scope: web${rest} }
`;
}

const resources = ', resources: { requests: { cpu: 500m, memory: 1Gi } }';
const good = exampleFleet('# fleetc-ignore FLC4401: the namespace has a LimitRange');

/** A `fleetc-ignore` comment whose text after the code is missing. */
export const ignoreWithoutReason = defineRule<{ code: string }>({
  code: 'FLC1009',
  name: 'ignore-without-reason',
  severity: 'warning',
  title: 'A comment silences a finding and does not say why',
  message: ({ code }) => `this comment gives no reason for ignoring ${code || 'a finding'}`,
  label: () => 'no reason, so it has no effect',
  why: 'nobody can tell later whether the finding may still be ignored',
  fix: ({ code }) => `write the reason behind a colon: "# fleetc-ignore ${code || 'CODE'}: REASON"`,
  source,
  examples: { bad: exampleFleet('# fleetc-ignore FLC4401'), good },
});

/** A `fleetc-ignore` comment above a line without such a finding. */
export const unusedIgnore = defineRule<{ code: string }>({
  code: 'FLC1010',
  name: 'unused-ignore',
  severity: 'warning',
  title: 'A comment silences a finding that is not there',
  message: ({ code }) =>
    code ? `nothing here is reported as ${code}` : 'this comment names no code to ignore',
  label: ({ code }) => (code ? 'silences nothing' : 'no code, so it has no effect'),
  why: 'it would hide the finding on the day when it becomes true',
  fix: ({ code }) =>
    code
      ? 'remove the comment, or move it to the line above the finding'
      : 'write the code after "fleetc-ignore", or remove the comment',
  source,
  examples: {
    bad: exampleFleet('# fleetc-ignore FLC4401: the namespace has a LimitRange', resources),
    good,
  },
});

/** A `fleetc-ignore` comment that names an error. */
export const ignoredError = defineRule<{ code: string }>({
  code: 'FLC1011',
  name: 'ignored-error',
  severity: 'warning',
  title: 'A comment tries to silence an error',
  message: ({ code }) => `${code} is an error and cannot be ignored`,
  label: () => 'has no effect on an error',
  why: 'what has errors cannot be built; only warnings and infos are a matter of opinion',
  fix: 'mend the error and remove the comment',
  source,
  examples: {
    bad: exampleFleet('# fleetc-ignore FLC3002: the scope comes later').replace(
      'scope: web',
      'scope: wep',
    ),
    good,
  },
});

/** The rules about comments that silence findings. */
export const ignoreRules = [ignoreWithoutReason, unusedIgnore, ignoredError] as const;
