import type { ArgocdOutput } from '@fleetc/core';
import type { Application, ApplicationSet, AppProject } from '@fleetc/kubernetes';
import { createApplicationSet } from './application-set.ts';
import type { ArgocdOptions, Environment } from './environment.ts';
import { createRootApplication, createRootProject } from './root-application.ts';

/** What a person applies once, besides the project; by file. */
export function createRoot(
  environments: readonly Environment[],
  options: ArgocdOptions,
): Readonly<Record<string, Application | ApplicationSet | AppProject>> {
  if (isSet(options.output)) return { 'root.yaml': createApplicationSet(environments, options) };
  return {
    'root-project.yaml': createRootProject(environments, options),
    'root.yaml': createRootApplication(environments, options),
  };
}

/** Whether an ApplicationSet makes the Applications. */
export function isSet({ layout }: ArgocdOutput): boolean {
  return layout !== 'applications';
}
