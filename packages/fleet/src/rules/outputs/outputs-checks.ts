import type { AnyFleetCheck } from '../fleet-check.ts';
import { automatedRollingSync } from './automated-rolling-sync.rule.ts';
import { defaultProject } from './default-project.rule.ts';
import { environmentWithoutCluster } from './environment-without-cluster.rule.ts';
import { fleetBesideArgocd } from './fleet-beside-argocd.rule.ts';
import { kubeconfigForArgocd } from './kubeconfig-for-argocd.rule.ts';
import { sharedAgentObjects } from './shared-agent-objects.rule.ts';
import { sharedOutputFolder } from './shared-output-folder.rule.ts';
import { sopsForArgocd } from './sops-for-argocd.rule.ts';
import { sopsWithoutKey } from './sops-without-key.rule.ts';

/** What can be wrong with where a fleet is built into. */
export const outputsChecks: readonly AnyFleetCheck[] = [
  automatedRollingSync,
  defaultProject,
  environmentWithoutCluster,
  fleetBesideArgocd,
  kubeconfigForArgocd,
  sharedAgentObjects,
  sharedOutputFolder,
  sopsForArgocd,
  sopsWithoutKey,
];
