import type { ArgocdOutput } from '@fleetc/core';
import { paragraph } from '../../gitops/readme/paragraph.ts';

const byItself = `What left the tree is deleted in the cluster.`;

const byPeople = `What left the tree stays in the cluster until somebody runs \`argocd app sync NAME --prune\`.`;

const orphans = `An Application that left takes nothing along: delete with \`argocd app delete\` first what is not to
stay, before a part or an environment leaves \`fleet.yaml\`.`;

/** Who takes away what is no longer in the tree, in the lines of a paragraph. */
export function leavingWords({ automated, layout, finalizer }: ArgocdOutput): string {
  const prunes = automated?.prune && layout !== 'rollingSync';
  return paragraph(`${prunes ? byItself : byPeople} ${finalizer ? '' : orphans}`);
}
