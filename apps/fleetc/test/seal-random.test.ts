import { compile } from '@fleetc/core';
import { fleets, randomRuns, randomTimeout } from '@fleetc/testing';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { isFailure } from '../src/failure.ts';
import { loadSealing } from '../src/seal/load-sealing.ts';
import { type Sealed, sealIntoFleet } from '../src/seal/seal-into-fleet.ts';
import type { SealRequest } from '../src/seal/seal-request.ts';
import { findSubject } from '../src/seal/sealing-subject.ts';
import { makeFolder } from './support/run-fleetc.ts';
import { appKey, certificate, token } from './support/sealing.ts';

const folder = makeFolder({ 'sealing.pem': certificate });
const file = join(folder, 'fleet.yaml');

/** Does what the command does, without a process of its own: what it did, or that it refused. */
async function seal(
  value: string,
  request: Partial<SealRequest> & { readonly credential: string },
): Promise<Sealed> {
  const full = { sops: false, reseal: false, ...request };
  const stdin = Readable.from([Buffer.from(value)]);
  const stream = { write: () => undefined };
  const shell = { directory: folder, environment: {}, stdin, stdout: stream, stderr: stream };
  try {
    const { input, diagnostics } = await loadSealing(full, shell);
    if (!input) return { diagnostics };
    const { value: subject, diagnostics: problems } = findSubject(full.credential, input);
    if (!subject) return { diagnostics: problems };
    return await sealIntoFleet({ request: full, input, subject, shell });
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { diagnostics: [] };
  }
}

interface Credentials {
  readonly credentials: Readonly<Record<string, { readonly app?: object }>>;
  readonly environments?: Readonly<Record<string, unknown>>;
}

const layouts = fc.constantFrom(-1, 1, 2, 3, 5);
const scopes = fc.constantFrom(
  {},
  { scope: 'strict' },
  { scope: 'namespace' },
  { scope: 'cluster' },
);

it(
  'seals for any fleet so that nothing is missing any more, or leaves the file as it was',
  { timeout: randomTimeout },
  async () => {
    let [tried, sealed] = [0, 0];
    const property = fc.asyncProperty(
      fleets,
      fc.nat(),
      layouts,
      scopes,
      async (fleet, choice, flowLevel, scope) => {
        const { credentials, environments } = fleet as unknown as Credentials;
        const names = Object.keys(credentials);
        const name = names[choice % names.length]!;
        // Most have a source already, and are refused.
        const before = dump(choice % 8 > 0 ? withoutSource(fleet, name) : fleet, {
          flowLevel,
          lineWidth: -1,
        });
        const inOne = choice % 2 === 0 ? Object.keys(environments ?? {})[0] : undefined;
        writeFileSync(file, before);
        const value = credentials[name]!.app ? appKey : token;
        const environment = inOne === undefined ? {} : { environment: inOne };
        const request = { credential: name, ...scope, ...environment };
        const outcome = await seal(value, { ...request, certificate: 'sealing.pem' });
        tried++;
        const after = readFileSync(file, 'utf8');
        expect(JSON.stringify(outcome) + after).not.toContain('c4n4ry');
        expect(readdirSync(folder).sort()).toEqual(['.git', 'fleet.yaml', 'sealing.pem']);
        if (!('lines' in outcome)) {
          expect(after).toBe(before);
          return;
        }
        sealed++;
        expect(without(load(after), inOne, name)).toEqual(without(load(before), inOne, name));
        const options = inOne === undefined ? {} : { environments: [inOne] };
        const { diagnostics } = await compile({ path: 'fleet.yaml', text: after }, options);
        const own = diagnostics.filter(({ path }) => path?.includes(name) && path.includes('from'));
        expect(own.map(({ message }) => message)).toEqual([]);
        // What was sealed once stays.
        expect(await seal('', { credential: name, ...environment })).toHaveProperty('lines');
        expect(readFileSync(file, 'utf8')).toBe(after);
      },
    );
    await fc.assert(property, randomRuns(1 / 10));
    // Else the property says little.
    expect(sealed / tried).toBeGreaterThan(0.25);
  },
);

function withoutSource(fleet: unknown, name: string): unknown {
  const copy = structuredClone(fleet);
  const kinds = Object.values(at(copy, 'credentials', name)!);
  for (const kind of kinds) delete at(kind, 'secret')?.['from'];
  return copy;
}

/** A fleet without the Secret of a credential, and without what had to be made around it. */
function without(fleet: unknown, environment: string | undefined, name: string): unknown {
  const copy = structuredClone(fleet) as Record<string, never>;
  const root = environment === undefined ? copy : at(copy, 'environments', environment, 'override');
  const credential = at(root, 'credentials', name);
  for (const kind of ['pat', 'app', 'registry']) {
    const holder = at(credential, kind);
    if (at(holder, 'secret')) delete (at(holder, 'secret') as Record<string, unknown>)['from'];
    prune(holder, 'secret');
    if (environment !== undefined) prune(credential, kind);
  }
  if (environment === undefined) return copy;
  prune(at(root, 'credentials'), name);
  prune(root, 'credentials');
  prune(at(copy, 'environments', environment), 'override');
  return copy;
}

function at(value: unknown, ...path: readonly string[]): Record<string, unknown> | undefined {
  return path.reduce<unknown>((inner, key) => (inner as never)?.[key], value) as never;
}

function prune(map: Record<string, unknown> | undefined, key: string): void {
  if (map && JSON.stringify(map[key]) === '{}') delete map[key];
}
