import { afterAll, beforeAll, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, startClient } from './support/client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

const fleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: github }
registry: { direct: [docker.io, quay.io] }
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, secret: { from: { existing: true } } } }
scopes:
  web: { repository: acme/web }
profiles:
  default: { resources: { requests: { cpu: 500m, memory: 1Gi } } }
pools:
  ci: { scope: web }
environments:
  staging: { override: { metadata: { labels: { a: b } } } }
`;

// What is changed in the fleet, and the two places: of the finding, and of what it is related to.
it.each([
  ['a key that is there twice', /$/, 'kind: Fleet\n', 'FLC1002 kind <- kind: given first'],
  [
    'a credential',
    /web }/,
    'web, credentials: githib }',
    'FLC3001 githib <- github: did you mean this one?',
  ],
  ['a scope', /scope: web/, 'scope: wep', 'FLC3002 wep <- web: did you mean this one?'],
  [
    'a profile',
    /scope: web/,
    'scope: web, profiles: [defualt]',
    'FLC3003 defualt <- default: did you mean this one?',
  ],
  ['a pool', /staging: {/, 'staging: { only: [cj],', 'FLC3004 cj <- ci: did you mean this one?'],
  [
    'a credential of another kind',
    /web }/,
    'web, credentials: hub }',
    'FLC3009 hub <- hub: "hub" is defined here',
  ],
  [
    'an entry that an environment removes',
    /metadata: { labels: { a: b } }/,
    'scopes: { web: null }',
    'FLC3002 web <- web: defined here; web: environment "staging" removes it',
  ],
  [
    'two pools of one name',
    /web: [^]*ci: .*/,
    `web: { repository: acme/web }
  api: { repository: acme/api }
pools:
  ci: { scopes: [web, api] }
  ci-web: { scope: web }`,
    'FLC4601 ci-web <- ci: the first one',
  ],
  [
    'two alternatives',
    /scope: web/,
    'scope: web, replicas: 2, autoscale: { min: 1, max: 2, on: { busy: {} } }',
    'FLC2006 autoscale <- replicas: given here',
  ],
  [
    'a minimum above the maximum',
    /scope: web/,
    'scope: web, autoscale: { min: 3, max: 2, on: { busy: {} } }',
    'FLC4302 3 <- max: the maximum',
  ],
])('shows both places of %s', async (name, from, to, expected) => {
  const uri = `file:///${encodeURIComponent(name)}/fleet.yaml`;
  const text = fleet.replace(from, to);
  client.open(uri, text);
  const document = TextDocument.create(uri, 'yaml', 0, text);
  const [first] = (await client.diagnose(uri)).filter(({ severity }) => severity === 1);
  const related = first!.relatedInformation!.map(({ location, message }) => {
    expect(location.uri).toBe(uri);
    return `${document.getText(location.range)}: ${message}`;
  });
  const found = `${first!.code} ${document.getText(first!.range)} <- ${related.join('; ')}`;
  expect(found).toBe(expected);
});
