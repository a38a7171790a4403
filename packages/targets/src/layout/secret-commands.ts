import type { Bundle } from '@fleetc/core';
import type { LayoutOptions } from '../target.ts';
import { apply, formatCommand, quoteWord } from './shell.ts';

/** The command that makes the Secrets of one environment whose content is elsewhere; none where there are none. */
export function fillSecrets(bundle: Bundle, { hasEnvironments }: LayoutOptions): string[] {
  if (bundle.pendingSecrets.length === 0) return [];
  const choice = hasEnvironments ? [`--env ${quoteWord(bundle.environment)}`] : [];
  return [formatCommand('fleetc secrets "$FLEET"', ...choice, `| ${apply} -f -`)];
}

/** The command that decrypts what SOPS encrypted on its way into the cluster. */
export function applyEncrypted(file: string): string {
  return formatCommand(`sops decrypt ${quoteWord(file)}`, `| ${apply} -f -`);
}
