import { installGoTools } from '@fleetc/testing';

/** Runs before everything: the oldest and the newest kustomize that people have. */
export function setup(): void {
  installGoTools('kustomize 5.0', 'kustomize 5.8');
}
