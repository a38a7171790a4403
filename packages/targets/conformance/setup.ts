import { installGoTools, warnWithoutUpstream } from '@fleetc/testing';

/** Runs before everything, so that a run which compares nothing says so. */
export function setup(): void {
  warnWithoutUpstream();
  installGoTools('kustomize 5.0', 'kustomize 5.8', 'helm 3', 'helm 4', 'kubeconform', 'glua');
}
