import { parse, stringify } from 'yaml';
import type { Path } from '@fleetc/diagnostics';
import { expect, it } from 'vitest';
import { valueAt } from '../src/resolve/plain.ts';
import { readFleet } from '../src/resolve/read-fleet.ts';
import { exampleFleet } from '../src/rules/example.ts';
import { codesAt, readMarks, relatedSpans } from '../src/testing/marked-text.ts';
import { diagnose, path } from './diagnose.ts';
import { examples } from './examples.ts';

const mistakes = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: ‸Acme_Inc‸ }
github: { ‸ulr‸: https://github.com }
controller: { credentials: github }
registry:
  direct: [docker.io, quay.io]
  pullSecrets: [‸harbour‸]
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  ‹harbor›: { registry: { server: harbor.acme.example, secret: { from: { existing: true } } } }
  spare:
    app: { ‹id›: 1, ‸id‸: 2, installationId: 3, secret: { from: { existing: true } } }
scopes:
  web: { repository: acme/web }
  org: { ‹organization›: acme, ‸enterprise‸: acme-inc }
profiles:
  big: { resources: { requests: { cpu: ‸lots‸ } } }
pools:
  a: { scope: web, replicas: ‸-1‸ }
  b: { scope: web, docker: ‸sidcar‸ }
  c: { scope: ‸wbe‸ }
  d: { scope: web, ‹replicas›: 1, ‸autoscale‸: { min: 1, max: 2, on: { busy: {} } } }
`;

it('reports ten independent mistakes of one file in one run, and nothing else', async () => {
  const { text, places, related } = readMarks(mistakes);
  const found = await diagnose(text);
  const codes = ['2005', '2001', '3001', '1002', '2006', '2005', '2008', '2004', '3002', '2006'];
  expect(codesAt(found)).toEqual(places.map((place, index) => [`FLC${codes[index]}`, place]));
  const others = relatedSpans(found).map(({ start, end }) => text.slice(start, end));
  expect(others).toEqual(['harbor', 'id', 'web', 'organization', 'replicas']);
  expect(relatedSpans(found)).toEqual(expect.arrayContaining([...related]));
});

it('looks at the rest of a pool whose profile is broken, and misses nothing that the profile gave', async () => {
  const { text, places } = readMarks(
    exampleFleet(
      'scopes:\n  web: { repository: acme/web }\n  org: { organization: acme }\nprofiles:\n  default: { scope: ‸5‸ }\npools:\n  a: {}\n  b: { scope: ‸wep‸ }\n  c: { profiles: [‸big‸], scope: ‸wep‸ }\n',
    ),
  );
  const codes = ['FLC2002', 'FLC3002', 'FLC3003', 'FLC3002'];
  expect(codesAt(await diagnose(text))).toEqual(
    places.map((place, index) => [codes[index], place]),
  );
});

function* mapKeys(value: unknown, at: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const next = [...at, Array.isArray(value) ? Number(key) : key];
    if (!Array.isArray(value)) yield next;
    yield* mapKeys(child, next);
  }
}

/** The text of a fleet in which one key has a letter too many. */
function misspell(fleet: unknown, at: Path): { text: string; key: string; wrong: string } {
  const copy = structuredClone(fleet);
  const parent = valueAt(copy, at.slice(0, -1)) as Record<string, unknown>;
  const key = String(at.at(-1));
  const wrong = `${key}${key.at(-1)}`;
  const entries = Object.entries(parent).map(([name, value]) => [
    name === key ? wrong : name,
    value,
  ]);
  for (const name of Object.keys(parent)) delete parent[name];
  Object.assign(parent, Object.fromEntries(entries));
  return { text: stringify(copy, { lineWidth: 0 }), key, wrong };
}

it.each(examples)(
  'suggests the right key for each that is misspelt in the example %s',
  async (_, source) => {
    const fleet: unknown = parse(source);
    let count = 0;
    for (const at of mapKeys(fleet)) {
      const { text, key, wrong } = misspell(fleet, at);
      const { diagnostics } = await readFleet({ path, text });
      const unknown = diagnostics.filter(({ code }) => code === 'FLC2001');
      if (unknown.length === 0) continue;
      count++;
      const marked = unknown.map(({ primary }) =>
        text.slice(primary!.span.start, primary!.span.end),
      );
      expect(marked).toEqual([wrong]);
      expect(unknown.map(({ primary, fix }) => [primary!.text, fix])).toEqual([
        [`did you mean "${key}"?`, `write "${key}"`],
      ]);
    }
    expect(count).toBeGreaterThan(15);
  },
);

it('lists what is known where no key is near', async () => {
  const { text, places } = readMarks(
    'apiVersion: fleetc.dev/v1\nkind: Fleet\nmetadata: { name: acme, ‸owner‸: me }\ncredentials: {}\n',
  );
  const { diagnostics } = await readFleet({ path, text });
  expect(codesAt(diagnostics)).toEqual([['FLC2001', places[0]]]);
  expect(diagnostics[0]).toMatchObject({
    message: '"owner" is not known in "metadata"',
    primary: { text: 'unknown key' },
    fix: 'use one of "name", "labels", "annotations", "namePrefix", or remove it',
  });
});
