// Turns what `fleetc check --format json` prints on standard input into a Code Quality report of GitLab, which shows
// findings in merge requests.
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';

const severities = { error: 'critical', warning: 'minor', info: 'info' };

const { diagnostics } = JSON.parse(await text(process.stdin));
process.stdout.write(`${JSON.stringify(diagnostics.map(toIssue), undefined, 2)}\n`);

function toIssue({ code, rule, severity, message, file, start, path }) {
  return {
    description: `${code}: ${message}`,
    check_name: rule,
    // Lines move; a finding with these words at this place of the fleet is the same one.
    fingerprint: createHash('sha256')
      .update(JSON.stringify([file, code, path, message]))
      .digest('hex'),
    severity: severities[severity],
    // GitLab refuses a finding without a place; one about no file stands at the top of the usual one.
    location: { path: file ?? 'fleet.yaml', lines: { begin: start?.line ?? 1 } },
  };
}
