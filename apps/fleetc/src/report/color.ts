import type { OutputStream } from '../shell.ts';

/** Whether to colour what goes to `stream`: the option decides, then NO_COLOR, then FORCE_COLOR, then the terminal. */
export function wantsColor(
  choice: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  stream: OutputStream,
): boolean {
  if (choice === 'always' || choice === 'never') return choice === 'always';
  if (environment['NO_COLOR']) return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && environment['TERM'] !== 'dumb';
}
