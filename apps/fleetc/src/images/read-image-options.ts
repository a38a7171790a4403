import { imageReferenceProblem } from '@fleetc/notation';
import { hasFlag, type Invocation, lastValue } from '../cli/invocation.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure, type Failure } from '../failure.ts';
import type { CopyRequest, CopyTool } from './copy-commands.ts';

/** What `images` prints. */
export type ImageOutput =
  | { readonly form: 'table' | 'json' | 'aliases' }
  | { readonly form: 'copy'; readonly request: CopyRequest };

/** Reads the options; forms of output exclude each other. */
export function readImageOutput(invocation: Invocation): ImageOutput {
  const tool = lastValue(invocation, 'copy-commands');
  const to = lastValue(invocation, 'to');
  const forms = ['format', 'copy-commands', 'renovate-aliases'];
  const [first, second] = forms.filter((name) => invocation.options.has(name));
  if (second !== undefined) throw refuse(`"--${first}" and "--${second}" exclude each other`);
  if (to !== undefined && tool === undefined) throw refuse('"--to" needs "--copy-commands"');
  if (hasFlag(invocation, 'renovate-aliases')) return { form: 'aliases' };
  if (tool === undefined) {
    return { form: lastValue(invocation, 'format') === 'json' ? 'json' : 'table' };
  }
  // The table of options admits these two names only.
  const request = { tool: tool as CopyTool };
  return { form: 'copy', request: to === undefined ? request : { ...request, to: readPlace(to) } };
}

function readPlace(text: string): string {
  const place = text.replace(/\/+$/, '');
  const [host = ''] = place.split('/', 1);
  const problem = imageReferenceProblem(`${place}/image`);
  if (problem === undefined && (host === 'localhost' || /[.:]/.test(host))) return place;
  const why = problem === undefined ? '' : `: ${problem}`;
  throw refuse(`option "--to" needs HOST or HOST/PREFIX, not "${text}"${why}`);
}

function refuse(message: string): Failure {
  return createFailure(exitCodes.usage, message);
}
