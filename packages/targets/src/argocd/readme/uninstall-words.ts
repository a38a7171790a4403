import type { ArgocdOutput } from '@fleetc/core';
import { paragraph } from '../../gitops/readme/paragraph.ts';
import { cascades } from './commands.ts';

const reason = `The order matters: a controller that is gone can sign off no runner at GitHub, and runners that wait for
it hold their namespace for ever. Running jobs end with their runners, unless every pool has had
\`replicas: 0\` for long enough.`;

const byWaves = `Deleting the root deletes everything below it, the last wave first.`;

const bySteps = `Deleting the ApplicationSet deletes everything below it, the last step first, as long as Argo CD has
progressive syncs switched on.`;

const oneByOne = `Deleting the root leaves the Applications, and each of them is deleted with what it installed, the last
first.`;

/** How the fleet goes, in the lines of a paragraph. */
export function uninstallWords(output: ArgocdOutput): string {
  const byRoot = output.layout === 'rollingSync' ? bySteps : byWaves;
  return paragraph(`${cascades(output) ? byRoot : oneByOne} ${reason}`);
}
