import { stages, type Stage } from '@fleetc/core';

/** The folder of a stage; the number makes a listing show the order of installation. */
export function stageFolder(stage: Stage): string {
  return `${String(stages.indexOf(stage) * 10).padStart(2, '0')}-${stage}`;
}

/** What a stage is about, for a table of contents. */
export const stageTitles: Readonly<Record<Stage, string>> = {
  'namespaces': 'Namespaces',
  'secrets': 'What brings Secrets into the cluster',
  'cert-manager': 'cert-manager, which issues the certificate of the controller',
  'controller': 'The controller',
  'access': 'Service accounts and roles',
  'runners': 'Runners',
  'autoscalers': 'Autoscalers',
};
