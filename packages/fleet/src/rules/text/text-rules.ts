import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';

const good = exampleFleet('');

export const tabIndentation = defineRule({
  code: 'FLC1001',
  name: 'tab-indentation',
  severity: 'error',
  title: 'A line is indented with a tab',
  message: () => 'this line is indented with a tab',
  label: () => 'tab',
  why: 'YAML forbids tabs in indentation, because their width differs from editor to editor',
  fix: 'indent with spaces',
  source: 'YAML 1.2.2, section 6.1',
  examples: { bad: exampleFleet('github:\n\turl: https://github.com'), good },
});

export const duplicateKey = defineRule<{ key: string }>({
  code: 'FLC1002',
  name: 'duplicate-key',
  severity: 'error',
  title: 'A map holds one key twice',
  message: ({ key }) => `"${key}" is given twice in one map`,
  label: () => 'given again',
  why: 'only one of the two can hold, and YAML does not say which',
  fix: ({ key }) => `merge both entries of "${key}", or rename one`,
  source: 'YAML 1.2.2, section 3.2.1.1',
  examples: { bad: exampleFleet('github: {}\ngithub: {}'), good },
});

export const emptyDocument = defineRule({
  code: 'FLC1003',
  name: 'empty-document',
  severity: 'error',
  title: 'The file holds no document',
  message: () => 'the file holds no fleet',
  why: 'there is nothing to build',
  fix: 'run "fleetc init" to write a small fleet.yaml',
  source: 'the fleet language',
  examples: { bad: '# nothing but a comment\n', good },
});

export const severalDocuments = defineRule<{ count: number }>({
  code: 'FLC1004',
  name: 'several-documents',
  severity: 'error',
  title: 'The file holds several documents',
  message: ({ count }) => `the file holds ${count} YAML documents`,
  label: () => 'a second document starts here',
  why: 'one file is one fleet; what a second document says would be ignored',
  fix: 'write each fleet into a file of its own',
  source: 'the fleet language',
  examples: { bad: `${good}---\n${good}`, good },
});

export const yamlSyntax = defineRule<{ problem: string }>({
  code: 'FLC1005',
  name: 'yaml-syntax',
  severity: 'error',
  title: 'The file is not YAML',
  message: ({ problem }) => `this is not YAML: ${problem}`,
  why: 'nothing after this place can be read with certainty',
  fix: 'mend the marked place; quotes, brackets and indentation are the usual suspects',
  source: 'YAML 1.2.2',
  examples: { bad: exampleFleet('github: { url: "https://github.com }'), good },
});

export const mergeKey = defineRule({
  code: 'FLC1006',
  name: 'merge-key',
  severity: 'error',
  title: 'A map uses the merge key of YAML 1.1',
  message: () => '"<<" is the merge key of YAML 1.1, which YAML 1.2 does not have',
  label: () => 'merge key',
  why: 'tools disagree on what it means',
  fix: 'put what pools share into a profile and list it under "profiles"',
  source: 'YAML 1.2.2, section 10.2',
  examples: {
    bad: exampleFleet(
      'pools:\n  a: &a { scope: web, replicas: 2 }\n  b:\n    <<: *a\n    labels: [b]',
    ),
    good: exampleFleet(
      'profiles:\n  two: { replicas: 2 }\npools:\n  a: { scope: web, profiles: [two] }\n  b: { scope: web, profiles: [two] }',
    ),
  },
});

export const unknownTag = defineRule<{ tag: string }>({
  code: 'FLC1007',
  name: 'unknown-tag',
  severity: 'error',
  title: 'A value carries a tag',
  message: ({ tag }) => `the tag "${tag}" means nothing here`,
  label: () => 'tag',
  why: 'a fleet is plain data: text, numbers, booleans, lists and maps',
  fix: 'remove the tag',
  source: 'YAML 1.2.2, section 10.3',
  examples: { bad: exampleFleet('github: { url: !!js/function "x" }'), good },
});

export const reservedKey = defineRule<{ key: string }>({
  code: 'FLC1008',
  name: 'reserved-key',
  severity: 'error',
  title: 'A key is reserved by JavaScript',
  message: ({ key }) => `"${key}" cannot be a key`,
  label: () => 'reserved',
  why: 'programs that read the output can be misled by it',
  fix: 'rename the key',
  source: 'prototype pollution, CWE-1321',
  examples: { bad: exampleFleet('github: { __proto__: {} }'), good },
});

export const notFinite = defineRule({
  code: 'FLC1012',
  name: 'not-finite',
  severity: 'error',
  title: 'A number is infinite or not a number',
  message: () => 'this number is infinite or not a number',
  label: () => 'not a finite number',
  why: 'Kubernetes reads JSON, which has no such numbers',
  fix: 'write a finite number, or quote the text',
  source: 'RFC 8259, section 6',
  examples: { bad: exampleFleet('controller: { chart: { values: { x: .inf } } }'), good },
});

export const yamlLimit = defineRule<{ limit: string; advice: string; variable: string }>({
  code: 'FLC1013',
  name: 'yaml-limit',
  severity: 'error',
  title: 'The file passes a limit of the reader',
  message: ({ limit }) => `the file passes a limit of the reader: ${limit}`,
  why: 'a small file could otherwise grow without bounds in memory',
  fix: ({ advice, variable }) =>
    `${advice}; if all of it is meant, set ${variable} to a higher number`,
  source: 'docs/limits.md',
  examples: {
    bad: exampleFleet(`github: ${'['.repeat(70)}${']'.repeat(70)}`),
    good,
  },
});

export const textRules = [
  tabIndentation,
  duplicateKey,
  emptyDocument,
  severalDocuments,
  yamlSyntax,
  mergeKey,
  unknownTag,
  reservedKey,
  notFinite,
  yamlLimit,
] as const;
