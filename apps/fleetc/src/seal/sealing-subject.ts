import { type SecretPlace, secretPlaces } from '@fleetc/core';
import { createDiagnostic, nearest, type Result } from '@fleetc/diagnostics';
import type { Fleet, SecretSource } from '@fleetc/fleet';
import { secretNotNeeded } from '../rules/secret-not-needed.rule.ts';
import { isPlain, valueAt } from './edit/layout.ts';
import type { SealingInput } from './load-sealing.ts';
import { wrong } from './seal-request.ts';

/** The Secret whose value is sealed, and every place where something needs it. */
export interface Subject {
  /** In words, such as `credential "github"`. */
  readonly user: string;
  /** The `secret` block. */
  readonly path: readonly string[];
  readonly places: readonly SubjectPlace[];
  /** Where an environment overrides the source, and may keep a part of it for all that. */
  readonly others: readonly SubjectPlace[];
}

/** One of those places, with the fleet that has it. */
export interface SubjectPlace extends SecretPlace {
  readonly fleet: Fleet;
}

interface Server {
  readonly user: string;
  readonly secretOf: (fleet: Fleet) => SecretSource | undefined;
}

/** Secrets that belong to no credential. */
const servers: ReadonlyMap<string, Server> = new Map([
  [
    'webhookServer',
    {
      user: 'the webhook server',
      secretOf: ({ controller }) => controller.webhookServer?.secret,
    },
  ],
  [
    'metricsServer',
    {
      user: 'the metrics server',
      secretOf: ({ controller }) => controller.metrics.server?.secret,
    },
  ],
]);

/** A fleet that has the Secret, and the path of its block there. */
interface Found {
  readonly fleet: Fleet;
  readonly path: readonly string[];
}

/** Finds what a name on the command line means, in all environments that take their value from one place of the file. */
export function findSubject(name: string, input: SealingInput): Result<Subject> {
  const server = servers.get(name);
  const user = server?.user ?? `credential "${name}"`;
  const found = input.fleets.flatMap((fleet): Found[] => {
    const source = server?.secretOf(fleet) ?? fleet.credentials.get(name)?.secret;
    return source ? [{ fleet, path: source.path.map(String) }] : [];
  });
  if (found.length === 0) throw unknownName(name, input.fleets);
  const isOther = ({ fleet, path }: Found) => isOverridden(input, fleet, path);
  const shared = found.filter((one) => !isOther(one));
  if (shared.length === 0) {
    throw wrong(
      `every environment has a source of its own for ${user}; choose one with --env NAME`,
    );
  }
  const paths = new Set(shared.map(({ path }) => path.join('.')));
  if (paths.size > 1) {
    throw wrong(
      `environments keep the Secret of ${user} in different places; choose one with --env NAME`,
    );
  }
  const { path } = shared[0]!;
  const places = shared.flatMap(placesOf);
  const others = found.filter(isOther).flatMap(placesOf);
  if (places.length > 0) return { value: { user, path, places, others }, diagnostics: [] };
  const place = { span: shared[0]!.fleet.origin(path.slice(0, 2), 'key').span, path };
  return { diagnostics: [createDiagnostic(secretNotNeeded, { user }, place)] };
}

/** Whether an environment overrides the source, when the file itself is what is written into. */
function isOverridden(
  { document, root }: SealingInput,
  { environment }: Fleet,
  path: readonly string[],
): boolean {
  const override = ['environments', environment, 'override', ...path, 'from'];
  return root.length === 0 && isPlain(valueAt(document.value, override));
}

function placesOf({ fleet, path }: Found): SubjectPlace[] {
  return secretPlaces(fleet)
    .filter(({ source }) => source.path.join('.') === path.join('.'))
    .map((place) => ({ ...place, fleet }));
}

// What was given is not repeated: it may be the value, in the wrong place.
function unknownName(name: string, fleets: readonly Fleet[]): Error {
  const server = servers.get(name);
  if (server) return wrong(`${server.user} has no "secret" in this fleet; write one first`);
  const known = [...new Set(fleets.flatMap(({ credentials }) => [...credentials.keys()]))];
  const close = nearest(name, [...known, ...servers.keys()]);
  const hint = close === undefined ? `it has ${known.join(', ')}` : `did you mean "${close}"?`;
  return wrong(`the fleet has no credential of that name; ${hint}`);
}
