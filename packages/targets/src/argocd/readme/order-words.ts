import type { ArgocdOutput } from '@fleetc/core';
import { paragraph } from '../../gitops/readme/paragraph.ts';

/** What makes the Applications follow each other, in the lines of a paragraph. */
export function orderWords(output: ArgocdOutput): string {
  return paragraph(chooseWords(output));
}

function chooseWords({ layout, automated, health }: ArgocdOutput): string {
  if (layout === 'rollingSync') return rolling;
  if (!automated) return layout === 'applications' && health ? peopleInWaves : people;
  return layout === 'applications' && health ? waves : retries;
}

const rolling = `The ApplicationSet syncs one step after the other, in all clusters at once, and waits until its
Applications are healthy. It needs \`applicationsetcontroller.enable.progressive.syncs: "true"\` in the
ConfigMap \`argocd-cmd-params-cm\`; without it nothing is synced until people do it. It never deletes
what left this tree: people sync with pruning.`;

const waves = `The root goes from wave to wave. With \`argocd-cm.patch.yaml\` in place it waits until the Applications
of a wave were synced and are healthy. A wave is one of all environments, so that one in trouble holds up the others.
All this holds for a sync of the root: when only the content of an Application changes, it is synced
by itself.`;

const retries = `Argo CD syncs all Applications at once: to it an Application has no health, and waves do not wait.
Each is tried again, for about half an hour, until what it needs is there, so that they end up in
this order.`;

const people = `People sync, in this order: to Argo CD an Application has no health, and waves do not wait.`;

const peopleInWaves = `People sync, in this order. With \`argocd-cm.patch.yaml\` in place the root makes the Applications of a
wave only when those before were synced and are healthy, so the next one may take a moment to appear.`;
