import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';

const values = (text: string) =>
  exampleFleet(`controller: { chart: { values: { podAnnotations: { number: ${text} } } } }`);

// The words do not quote what is written: it may be what somebody took for a place of a secret.
export const inexactNumber = defineRule({
  code: 'FLC1041',
  name: 'inexact-number',
  severity: 'error',
  title: 'A whole number has more digits than programs keep',
  message: () => 'this number would become another one, because it has too many digits',
  label: () => 'too many digits',
  why: 'Helm and most readers of JSON keep numbers in 64 bits, which hold whole numbers up to 9007199254740992 exactly',
  fix: 'put it in quotes where it is an identifier, or write a smaller number',
  source: 'RFC 8259, section 6',
  examples: { bad: values('12345678901234567890'), good: values('"12345678901234567890"') },
});

export const leadingZero = defineRule({
  code: 'FLC1042',
  name: 'leading-zero',
  severity: 'error',
  title: 'A number begins with a zero',
  message: () =>
    'this number begins with a zero, so that not every reader takes it for the same one',
  label: () => 'leading zero',
  why: 'YAML 1.1, which kubectl and Helm read, takes 010 for 8 and 0o10 for text; YAML 1.2, and so fleetc, takes them for 10 and 8',
  fix: 'write it without the zero, or in quotes where it is text',
  source: 'YAML 1.2.2, section 10.3.2; YAML 1.1, type int',
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web, replicas: 010 }'),
    good: exampleFleet('pools:\n  ci: { scope: web, replicas: 10 }'),
  },
});

export const oldBoolean = defineRule<{ text: string; meant: boolean }>({
  code: 'FLC1043',
  name: 'old-boolean',
  severity: 'error',
  title: 'A value of a chart is a word that YAML 1.1 reads as a boolean',
  message: ({ text, meant }) => `${text} is text here, and ${meant} in YAML 1.1`,
  label: () => 'text, not a boolean',
  why: 'in a template any text counts as true, "no" and "off" too',
  fix: ({ text, meant }) => `write ${meant}, or "${text}" in quotes if the word is meant`,
  source: 'YAML 1.1, type bool',
  examples: {
    bad: exampleFleet('controller: { chart: { values: { podAnnotations: { audited: no } } } }'),
    good: exampleFleet('controller: { chart: { values: { podAnnotations: { audited: "no" } } } }'),
  },
});

/** Rules about values that readers of YAML do not agree on. */
export const ambiguousValueRules = [inexactNumber, leadingZero, oldBoolean] as const;
