import { collectViolations } from './collect-violations.ts';
import type { SchemaCheck } from './schema-error.ts';
import type { Violation } from './violation.ts';

/** Tells everything in which a value breaks its schema; empty when it is valid. */
export type Validator = (value: unknown) => readonly Violation[];

// Each entry imports by itself, so that a run loads the validators it uses and no others.
const checks: Readonly<Record<string, () => Promise<SchemaCheck>>> = {
  'actions.summerwind.dev/v1alpha1 HorizontalRunnerAutoscaler': async () =>
    (await import('./generated/validators/autoscaler.ts')).HorizontalRunnerAutoscaler,
  'actions.summerwind.dev/v1alpha1 RunnerDeployment': async () =>
    (await import('./generated/validators/runners.ts')).RunnerDeployment,
  'actions.summerwind.dev/v1alpha1 RunnerSet': async () =>
    (await import('./generated/validators/runners.ts')).RunnerSet,
  'argoproj.io/v1alpha1 AppProject': async () =>
    (await import('./generated/validators/argocd.ts')).AppProject,
  'argoproj.io/v1alpha1 Application': async () =>
    (await import('./generated/validators/argocd.ts')).Application,
  'argoproj.io/v1alpha1 ApplicationSet': async () =>
    (await import('./generated/validators/argocd.ts')).ApplicationSet,
  'bitnami.com/v1alpha1 SealedSecret': async () =>
    (await import('./generated/validators/secrets.ts')).SealedSecret,
  'external-secrets.io/v1 ExternalSecret': async () =>
    (await import('./generated/validators/secrets.ts')).ExternalSecret,
  'helm.toolkit.fluxcd.io/v2 HelmRelease': async () =>
    (await import('./generated/validators/flux.ts')).HelmRelease,
  'kustomize.toolkit.fluxcd.io/v1 Kustomization': async () =>
    (await import('./generated/validators/flux.ts')).Kustomization,
  'rbac.authorization.k8s.io/v1 Role': async () =>
    (await import('./generated/validators/core.ts')).Role,
  'rbac.authorization.k8s.io/v1 RoleBinding': async () =>
    (await import('./generated/validators/core.ts')).RoleBinding,
  'v1 ConfigMap': async () => (await import('./generated/validators/core.ts')).ConfigMap,
  'secrets.hashicorp.com/v1beta1 VaultStaticSecret': async () =>
    (await import('./generated/validators/secrets.ts')).VaultStaticSecret,
  'source.toolkit.fluxcd.io/v1 GitRepository': async () =>
    (await import('./generated/validators/flux.ts')).GitRepository,
  'source.toolkit.fluxcd.io/v1 HelmRepository': async () =>
    (await import('./generated/validators/flux.ts')).HelmRepository,
  'source.toolkit.fluxcd.io/v1 OCIRepository': async () =>
    (await import('./generated/validators/flux.ts')).OCIRepository,
  'v1 Namespace': async () => (await import('./generated/validators/core.ts')).Namespace,
  'v1 Secret': async () => (await import('./generated/validators/core.ts')).Secret,
  'v1 ServiceAccount': async () => (await import('./generated/validators/core.ts')).ServiceAccount,
};

const loaded = new Map<string, Promise<Validator>>();

/**
 * Loads the validator of one kind; asked again, it returns the same one. A kind without a validator is a fault of the
 * caller, because nothing leaves this project unchecked.
 */
export function loadObjectValidator(apiVersion: string, kind: string): Promise<Validator> {
  const key = `${apiVersion} ${kind}`;
  const known = loaded.get(key);
  if (known) return known;
  const validator = createValidator(key);
  loaded.set(key, validator);
  return validator;
}

async function createValidator(key: string): Promise<Validator> {
  const load = Object.hasOwn(checks, key) ? checks[key] : undefined;
  if (!load) {
    throw new Error(`no validator for ${key}; there is one for ${Object.keys(checks).join(', ')}`);
  }
  const check = await load();
  return (value) => collectViolations(check, value);
}
