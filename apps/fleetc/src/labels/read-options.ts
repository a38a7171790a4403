import { allValues, type Invocation, lastValue } from '../cli/invocation.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';

/** What the command line of `fleetc labels` asks for, beyond the fleet. */
export interface LabelOptions {
  readonly format: 'table' | 'markdown' | 'json' | 'actionlint';
  readonly workflows?: string;
  /** `owner/name`. */
  readonly repository?: string;
  readonly elsewhere: readonly string[];
}

/** Reads the options and refuses those that make no sense together. */
export function readLabelOptions(invocation: Invocation): LabelOptions {
  const workflows = lastValue(invocation, 'workflows');
  const repository = lastValue(invocation, 'repository');
  const elsewhere = allValues(invocation, 'elsewhere') ?? [];
  const usual = workflows === undefined ? 'markdown' : 'table';
  // The table of options admits these forms only.
  const format = (lastValue(invocation, 'format') ?? usual) as LabelOptions['format'];
  if (repository !== undefined && !/^[^/\s]+\/[^/\s]+$/.test(repository)) {
    throw wrong(`option "--repository" needs OWNER/NAME, not "${repository}"`);
  }
  if (workflows === undefined && elsewhere.length > 0) {
    throw wrong('option "--elsewhere" needs "--workflows DIR": it is about jobs');
  }
  if (workflows !== undefined && format === 'actionlint') {
    throw wrong('"--format actionlint" prints labels of pools; leave "--workflows" out');
  }
  return {
    format,
    elsewhere,
    ...(workflows !== undefined && { workflows }),
    ...(repository !== undefined && { repository }),
  };
}

function wrong(message: string): Error {
  return createFailure(exitCodes.usage, message);
}
