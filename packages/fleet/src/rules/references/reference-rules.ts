import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';
import { conjunction, quoted } from '../shape/shape-rules.ts';

/** What a broken reference says: who refers, to what, and what there is. */
export interface BrokenReference {
  readonly user: string;
  readonly name: string;
  readonly suggestion: string | undefined;
  readonly known: readonly string[];
}

const good = exampleFleet('');
const source = 'the fleet language; references are bound when the file is read';

function fixFor(noun: string): (p: BrokenReference) => string {
  return ({ suggestion, name, known }) => {
    if (suggestion) return `write "${suggestion}"`;
    if (known.length === 0) return `define ${noun} "${name}"`;
    if (known.length > 8) return `define ${noun} "${name}", or refer to one that exists`;
    return `define ${noun} "${name}", or refer to ${known.length > 1 ? 'one of ' : ''}${quoted(known)}`;
  };
}

export const unknownCredential = defineRule<BrokenReference>({
  code: 'FLC3001',
  name: 'unknown-credential',
  severity: 'error',
  title: 'A credential is referred to and not defined',
  message: ({ user, name }) => `${user} uses credential "${name}", which is not defined`,
  label: () => 'no such credential',
  why: 'without it nothing can register with GitHub or pull an image',
  fix: fixFor('credential'),
  source,
  examples: {
    bad: exampleFleet('scopes:\n  web: { repository: acme/web, credentials: githib }'),
    good,
  },
});

export const unknownScope = defineRule<BrokenReference>({
  code: 'FLC3002',
  name: 'unknown-scope',
  severity: 'error',
  title: 'A scope is referred to and not defined',
  message: ({ user, name }) => `${user} uses scope "${name}", which is not defined`,
  label: () => 'no such scope',
  why: 'the runners would have nowhere to register',
  fix: fixFor('scope'),
  source,
  examples: { bad: exampleFleet('pools:\n  ci: { scope: wep }'), good },
});

export const unknownProfile = defineRule<BrokenReference>({
  code: 'FLC3003',
  name: 'unknown-profile',
  severity: 'error',
  title: 'A profile is referred to and not defined',
  message: ({ user, name }) => `${user} uses profile "${name}", which is not defined`,
  label: () => 'no such profile',
  why: 'what the profile should give would be missing without a word',
  fix: fixFor('profile'),
  source,
  examples: { bad: exampleFleet('pools:\n  ci: { scope: web, profiles: [big] }'), good },
});

export const unknownPool = defineRule<BrokenReference>({
  code: 'FLC3004',
  name: 'unknown-pool',
  severity: 'error',
  title: 'A pool is referred to and not defined',
  message: ({ user, name }) => `${user} names pool "${name}", which is not defined`,
  label: () => 'no such pool',
  why: 'the environment would lack runners that somebody expects',
  fix: fixFor('pool'),
  source,
  examples: { bad: exampleFleet('environments:\n  staging: { only: [cl] }'), good },
});

export const controllerWithoutCredential = defineRule<{ known: readonly string[] }>({
  code: 'FLC3005',
  name: 'controller-without-credential',
  severity: 'error',
  title: 'The controller has no GitHub credential',
  message: ({ known }) =>
    known.length === 0
      ? 'no GitHub credential is defined for the controller'
      : `the controller could use ${conjunction(known)}, and nothing says which`,
  label: () => "which one is the controller's?",
  why: 'the controller exits at once without a credential of its own, even when every scope has one',
  fix: ({ known }) =>
    known.length === 0
      ? 'define one under "credentials", with "pat" or "app"'
      : `add "controller: { credentials: ${known[0]} }"`,
  source: 'https://github.com/actions/actions-runner-controller/issues/2994',
  examples: {
    bad: exampleFleet(
      'credentials:\n  one: { pat: { secret: { from: { existing: true } } } }\n  two: { pat: { secret: { from: { existing: true } } } }\nscopes:\n  web: { repository: acme/web, credentials: one }',
    ),
    good,
  },
});

export const poolWithoutScope = defineRule<{ pool: string; known: readonly string[] }>({
  code: 'FLC3006',
  name: 'pool-without-scope',
  severity: 'error',
  title: 'A pool has no scope',
  message: ({ pool, known }) =>
    known.length === 0
      ? `pool "${pool}" has no scope, and none is defined`
      : `pool "${pool}" has no scope, and there are ${known.length} to choose from`,
  label: () => 'needs "scope"',
  why: 'a scope is inherited only when there is a single one',
  fix: ({ known }) =>
    known.length === 0
      ? 'define one under "scopes"'
      : `add "scope" with one of ${quoted(known.slice(0, 8))}`,
  source: 'the fleet language',
  examples: {
    bad: exampleFleet(
      'scopes:\n  web: { repository: acme/web }\n  api: { repository: acme/api }\npools:\n  ci: {}',
    ),
    good: exampleFleet('pools:\n  ci: {}'),
  },
});

export const unknownEnvironment = defineRule<BrokenReference>({
  code: 'FLC3007',
  name: 'unknown-environment',
  severity: 'error',
  title: 'An environment is asked for and not defined',
  message: ({ name }) => `environment "${name}" is not defined`,
  label: () => 'the environments',
  why: 'there is nothing to build for it',
  fix: ({ suggestion, known }) =>
    suggestion ? `ask for "${suggestion}"` : `ask for ${quoted(known)}, or leave --env out`,
  source: 'the fleet language',
});

export const nestedProfiles = defineRule<{ profile: string }>({
  code: 'FLC3008',
  name: 'nested-profiles',
  severity: 'error',
  title: 'A profile lists profiles',
  message: ({ profile }) => `profile "${profile}" lists profiles, and profiles do not nest`,
  label: () => 'not in a profile',
  why: 'the order in which layers apply must be readable from the pool alone',
  fix: 'list the profiles in each pool that needs them',
  source: 'the fleet language',
  examples: {
    bad: exampleFleet('profiles:\n  big: { profiles: [small] }\n  small: { replicas: 1 }'),
    good: exampleFleet(
      'profiles:\n  small: { replicas: 1 }\npools:\n  ci: { scope: web, profiles: [small] }',
    ),
  },
});

export const wrongCredentialKind = defineRule<{
  user: string;
  name: string;
  kind: string;
  needed: string;
}>({
  code: 'FLC3009',
  name: 'wrong-credential-kind',
  severity: 'error',
  title: 'A credential is of a kind that cannot serve here',
  message: ({ user, name, kind, needed }) => `${user} needs ${needed}, but "${name}" is ${kind}`,
  label: ({ kind }) => kind,
  why: 'a registry login cannot register runners, and a GitHub credential cannot pull images',
  fix: ({ needed }) => `refer to ${needed}`,
  source: 'the fleet language',
  examples: { bad: exampleFleet('registry: { pullSecrets: [github] }'), good },
});

export const referenceRules = [
  unknownCredential,
  unknownScope,
  unknownProfile,
  unknownPool,
  controllerWithoutCredential,
  poolWithoutScope,
  unknownEnvironment,
  nestedProfiles,
  wrongCredentialKind,
] as const;
