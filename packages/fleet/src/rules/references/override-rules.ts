import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';

const fleetOf = (pool: string) =>
  exampleFleet(
    `pools:\n  build: { scope: web, replicas: 2 }\nenvironments:\n  staging: { override: { pools: { ${pool}: { replicas: 1 } } } }`,
  );

/** An entry of an override that the file lacks, and the one that it is nearest to. */
export interface NewInOverride {
  readonly environment: string;
  /** `pool`. */
  readonly noun: string;
  readonly name: string;
  readonly suggestion: string;
  /** Whether the override takes it away. */
  readonly isRemoved: boolean;
}

export const newInOverride = defineRule<NewInOverride>({
  code: 'FLC3013',
  name: 'new-in-override',
  severity: 'warning',
  title: 'An override names an entry that the file lacks, and its name is close to one that it has',
  message: ({ environment, noun, name }) =>
    `environment "${environment}" overrides ${noun} "${name}", which the file does not have`,
  label: ({ suggestion }) => `did you mean "${suggestion}"?`,
  why: ({ noun, suggestion, isRemoved }) => {
    const fate = isRemoved
      ? 'nothing is removed'
      : `it becomes a new ${noun} of this environment alone`;
    return `${fate}, and "${suggestion}" stays as it is`;
  },
  fix: ({ noun, suggestion, isRemoved }) =>
    isRemoved
      ? `write "${suggestion}", or leave it out`
      : `write "${suggestion}", or give the new ${noun} a name that is less alike`,
  source: 'the fleet language; an override is a merge patch on the file',
  examples: { bad: fleetOf('biuld'), good: fleetOf('build') },
});

export const overrideRules = [newInOverride] as const;
