import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';

const good = exampleFleet('');
const language = 'the fleet language; "fleetc schema" prints it';

/** `pool "build"`, or what else holds the key, in words. */
interface Inside {
  readonly inside: string;
}

/** `"labels" of pool "build"`, or what else is wrong, in words. */
interface Subject {
  readonly subject: string;
}

export const unknownKey = defineRule<
  Inside & { key: string; suggestion?: string | undefined; known: readonly string[] }
>({
  code: 'FLC2001',
  name: 'unknown-key',
  severity: 'error',
  title: 'A key is not part of the language',
  message: ({ key, inside }) => `"${key}" is not known in ${inside}`,
  label: ({ suggestion }) => (suggestion ? `did you mean "${suggestion}"?` : 'unknown key'),
  why: 'ARC and Helm drop unknown fields without a word, so fleetc refuses them',
  fix: ({ suggestion, known }) => {
    if (suggestion) return `write "${suggestion}"`;
    if (known.length === 0) return 'remove it';
    return known.length <= 8
      ? `use one of ${quoted(known)}, or remove it`
      : 'remove it; "fleetc schema" lists what is known';
  },
  source: language,
  examples: { bad: exampleFleet('pools:\n  ci: { scope: web, replica: 2 }'), good },
});

export const wrongType = defineRule<
  Subject & { expected: string; got: string; example?: string | undefined }
>({
  code: 'FLC2002',
  name: 'wrong-type',
  severity: 'error',
  title: 'A value is of the wrong type',
  message: ({ subject, expected, got }) => `${subject} must be ${expected}, but it is ${got}`,
  label: ({ expected }) => `expected ${expected}`,
  why: 'the value cannot mean anything here',
  fix: ({ expected, got, example }) => {
    if (expected.startsWith('text') && /number|true/.test(got)) return 'put the value into quotes';
    return example ? `write ${expected}, such as "${example}"` : `write ${expected}`;
  },
  source: language,
  examples: { bad: exampleFleet('pools:\n  ci: { scope: web, replicas: two }'), good },
});

export const missingKey = defineRule<Inside & { key: string }>({
  code: 'FLC2003',
  name: 'missing-key',
  severity: 'error',
  title: 'A required key is missing',
  message: ({ key, inside }) => `"${key}" is missing in ${inside}`,
  label: ({ key }) => `needs "${key}"`,
  why: 'there is no default that would be right',
  fix: ({ key }) => `add "${key}"`,
  source: language,
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web, autoscale: { max: 4, on: { busy: {} } } }'),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} } } }',
    ),
  },
});

export const notAllowed = defineRule<
  Subject & { allowed: readonly string[]; suggestion?: string | undefined }
>({
  code: 'FLC2004',
  name: 'not-allowed',
  severity: 'error',
  title: 'A value is not one of those that are allowed',
  message: ({ subject, allowed }) =>
    `${subject} must be ${allowed.length === 1 ? '' : 'one of '}${quoted(allowed)}`,
  label: ({ suggestion }) => (suggestion ? `did you mean "${suggestion}"?` : 'not allowed'),
  why: 'no other value has a meaning here',
  fix: ({ allowed, suggestion }) =>
    suggestion
      ? `write "${suggestion}"`
      : `write ${allowed.length === 1 ? '' : 'one of '}${quoted(allowed)}`,
  source: language,
  examples: { bad: exampleFleet('pools:\n  ci: { scope: web, docker: sidecars }'), good },
});

export const badFormat = defineRule<Subject & { expected: string }>({
  code: 'FLC2005',
  name: 'bad-format',
  severity: 'error',
  title: 'A text does not have the form that it needs',
  message: ({ subject, expected }) => `${subject} must be ${expected}`,
  label: ({ expected }) => (expected.startsWith('at most') ? 'too long' : 'wrong form'),
  why: 'whoever it is meant for would refuse it, or read something else into it',
  fix: ({ expected }) => `make it ${expected.replace(/, not [0-9]+$/, '')}`,
  source: language,
  examples: {
    bad: exampleFleet('scopes:\n  web: { repository: https://github.com/acme/web }'),
    good,
  },
});

export const exclusiveKeys = defineRule<Inside & { keys: readonly string[]; reason: string }>({
  code: 'FLC2006',
  name: 'exclusive-keys',
  severity: 'error',
  title: 'Keys that exclude each other are given together',
  message: ({ keys, inside }) =>
    `${inside} has ${keys.length === 2 ? 'both ' : ''}${conjunction(keys)}`,
  label: () => 'excludes the other',
  why: ({ reason }) => reason,
  fix: ({ keys }) => `keep one of ${quoted(keys)}`,
  source: language,
  examples: {
    bad: exampleFleet(
      'pools:\n  ci: { scope: web, replicas: 2, autoscale: { min: 1, max: 4, on: { busy: {} } } }',
    ),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} } } }',
    ),
  },
});

export const noneOfKeys = defineRule<Inside & { keys: readonly string[]; reason: string }>({
  code: 'FLC2007',
  name: 'none-of-keys',
  severity: 'error',
  title: 'None of several keys is given, and one is needed',
  message: ({ keys, inside }) =>
    keys.length === 1
      ? `${inside} needs ${quoted(keys)}`
      : `${inside} needs one of ${quoted(keys)}`,
  label: () => 'incomplete',
  why: ({ reason }) => reason,
  fix: ({ keys }) => (keys.length === 1 ? `add ${quoted(keys)}` : `add one of ${quoted(keys)}`),
  source: language,
  examples: { bad: exampleFleet('scopes:\n  web: { runnerGroup: ci }'), good },
});

export const outOfRange = defineRule<Subject & { verb: 'be' | 'have'; bound: string }>({
  code: 'FLC2008',
  name: 'out-of-range',
  severity: 'error',
  title: 'A value is too small or too large',
  message: ({ subject, verb, bound }) => `${subject} must ${verb} ${bound}`,
  label: ({ bound }) => bound,
  why: 'outside of its range the value has no meaning',
  fix: ({ verb, bound }) => (verb === 'have' ? `write ${bound}` : `write a value that is ${bound}`),
  source: language,
  examples: { bad: exampleFleet('pools:\n  ci: { scope: web, replicas: -1 }'), good },
});

export const otherFleet = defineRule<{ keys: readonly string[] }>({
  code: 'FLC2009',
  name: 'other-fleet',
  severity: 'error',
  title: 'The file belongs to Rancher Fleet',
  message: ({ keys }) =>
    `this looks like a fleet.yaml of Rancher Fleet: it has ${conjunction(keys)}`,
  label: () => 'a key of Rancher Fleet',
  why: 'two programs share this file name, and Rancher Fleet would read a fleetc file that it finds in a watched repository',
  fix: 'give fleetc a file of its own: fleetc.yaml or NAME.fleet.yaml',
  source: 'https://fleet.rancher.io/ref-fleet-yaml',
  examples: { bad: 'defaultNamespace: ci\nhelm:\n  releaseName: ci\n', good },
});

/** `"a", "b" and "c"`. */
export function conjunction(keys: readonly string[]): string {
  const words = keys.map((key) => `"${key}"`);
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `"a", "b", "c"`. */
export function quoted(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(', ');
}

export const shapeRules = [
  unknownKey,
  wrongType,
  missingKey,
  notAllowed,
  badFormat,
  exclusiveKeys,
  noneOfKeys,
  outOfRange,
  otherFleet,
] as const;
