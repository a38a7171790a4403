import { toPrintable } from '@fleetc/diagnostics';
import type { FunctionResult } from './function-result.ts';

// An orchestrator shows all of it to somebody who has to find one sentence in it.
const most = 10;

/** The errors for standard error, one a line; everything else is in the results. */
export function describeErrors(results: readonly FunctionResult[]): string {
  const errors = results.filter(({ severity }) => severity === 'error');
  const lines = errors.slice(0, most).map(describe);
  const rest = errors.length - most;
  if (rest > 0) lines.push(`… and ${rest} more ${rest === 1 ? 'error' : 'errors'}`);
  return lines.map((line) => `fleetc-kustomize: ${line}\n`).join('');
}

function describe({ message, field, file, tags }: FunctionResult): string {
  const code = tags?.['code'];
  const where = [file?.path, field?.path].filter((part) => part !== undefined).join(': ');
  const head = code === undefined ? '' : `error[${code}]: `;
  return toPrintable(`${where === '' ? '' : `${where}: `}${head}${message}`);
}
