import type { OptionSpec } from '../cli/command-spec.ts';

/** Options that every command understands. */
export const globalOptions: readonly OptionSpec[] = [
  {
    name: 'color',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    summary: 'Colour the diagnostics; auto looks at NO_COLOR, FORCE_COLOR and the terminal',
  },
  { name: 'help', short: 'h', summary: 'Print help and examples' },
  { name: 'version', summary: 'Print the version' },
];

/** Options that several commands share, each in one wording. */
export const sharedOptions = {
  environment: {
    name: 'env',
    value: 'NAME',
    repeatable: true,
    summary: 'Only this environment of the fleet; may be given several times',
  },
  locked: {
    name: 'locked',
    summary: 'Refuse to go on unless fleet.lock.yaml has a digest for every image',
  },
  report: {
    name: 'format',
    value: 'FORMAT',
    choices: ['text', 'json', 'sarif', 'github'],
    summary: 'Form of the diagnostics; text, or github inside GitHub Actions',
  },
  maxWarnings: {
    name: 'max-warnings',
    value: 'N',
    summary: 'Exit with 1, and write nothing, when there are more than N warnings',
  },
  quiet: { name: 'quiet', short: 'q', summary: 'Leave out the summary' },
} as const satisfies Record<string, OptionSpec>;
