import type { AnyTable } from './emission/table.ts';
import { certManagerValues } from './install/cert-manager.ts';
import { controllerValues } from './install/controller-values.ts';
import { namespaceKind } from './install/namespaces.ts';
import { watchKinds } from './install/watched-namespace.ts';
import { accessKinds } from './runner-deployments/access.ts';
import { buildkitSettings } from './runner-deployments/buildkit.ts';
import { hookTemplate } from './runner-deployments/hook-template.ts';
import { autoscaler } from './runner-deployments/autoscaler.ts';
import { runnerDeployment } from './runner-deployments/runner-deployment.ts';
import { runnerSet } from './runner-deployments/runner-set.ts';
import { externalSecretKind } from './secrets/delivery/external-secret.ts';
import { sealedSecretKind } from './secrets/delivery/sealed-secret.ts';
import { vaultSecretKind } from './secrets/delivery/vault-secret.ts';

/** Every table by what it emits: a kind, or the chart whose values it makes. Tables of list items are in their rows. */
export const emissionTables: Readonly<Record<string, readonly AnyTable[]>> = {
  'Namespace': [namespaceKind.table],
  'cert-manager': [certManagerValues],
  'actions-runner-controller': [controllerValues],
  'access': [...accessKinds, ...watchKinds].map(({ table }) => table),
  'ConfigMap': [hookTemplate.table, buildkitSettings.table],
  'RunnerDeployment': [runnerDeployment.table],
  'RunnerSet': [runnerSet.table],
  'HorizontalRunnerAutoscaler': [autoscaler.table],
  'ExternalSecret': [externalSecretKind.table],
  'SealedSecret': [sealedSecretKind.table],
  'VaultStaticSecret': [vaultSecretKind.table],
};
