import type * as generated from './generated/types.ts';

// Objects are values that nobody changes, and as mapped types they pass for a KubernetesObject, which interfaces do not.
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** Runners that are replaceable, from one template. */
export type RunnerDeployment = Frozen<generated.RunnerDeployment>;
/** What a RunnerDeployment says about each of its runners. */
export type RunnerDeploymentRunner = Frozen<generated.RunnerDeploymentRunnerSpec>;
/** Runners with a stable identity and volumes. */
export type RunnerSet = Frozen<generated.RunnerSet>;
/** What sets the number of runners of one of the two. */
export type HorizontalRunnerAutoscaler = Frozen<generated.HorizontalRunnerAutoscaler>;
/** One source of an autoscaler's wanted number. */
export type AutoscalerMetric = Frozen<generated.HorizontalRunnerAutoscalerMetric>;
/** A window of an autoscaler with another minimum. */
export type ScheduledOverride = Frozen<generated.HorizontalRunnerAutoscalerScheduledOverride>;

export type ConfigMap = Frozen<generated.ConfigMap>;
export type Namespace = Frozen<generated.Namespace>;
export type Role = Frozen<generated.Role>;
export type RoleBinding = Frozen<generated.RoleBinding>;
export type Secret = Frozen<generated.Secret>;
export type ServiceAccount = Frozen<generated.ServiceAccount>;

export type ExternalSecret = Frozen<generated.ExternalSecret>;
export type SealedSecret = Frozen<generated.SealedSecret>;
export type VaultStaticSecret = Frozen<generated.VaultStaticSecret>;

/** What Argo CD keeps in line with a repository. */
export type Application = Frozen<generated.Application>;
/** Where one Application reads. */
export type ApplicationSource = Frozen<generated.ApplicationSource>;
/** What Argo CD leaves alone in a cluster. */
export type IgnoredDifference = Frozen<generated.ApplicationIgnoredDifference>;
export type ApplicationSet = Frozen<generated.ApplicationSet>;
export type AppProject = Frozen<generated.AppProject>;

export type FluxKustomization = Frozen<generated.FluxKustomization>;
export type GitRepository = Frozen<generated.GitRepository>;
export type HelmRelease = Frozen<generated.HelmRelease>;
export type HelmRepository = Frozen<generated.HelmRepository>;
export type OCIRepository = Frozen<generated.OCIRepository>;

export type Container = Frozen<generated.Container>;
export type EnvVar = Frozen<generated.EnvVar>;
export type PodSpec = Frozen<generated.PodSpec>;
export type Volume = Frozen<generated.Volume>;
export type VolumeMount = Frozen<generated.VolumeMount>;

/** Values of the chart actions-runner-controller. */
export type ActionsRunnerControllerValues = Frozen<generated.ActionsRunnerControllerValues>;
/** Values of the chart cert-manager. */
export type CertManagerValues = Frozen<generated.CertManagerValues>;
