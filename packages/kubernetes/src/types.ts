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

export type Namespace = Frozen<generated.Namespace>;
export type Role = Frozen<generated.Role>;
export type RoleBinding = Frozen<generated.RoleBinding>;
export type Secret = Frozen<generated.Secret>;
export type ServiceAccount = Frozen<generated.ServiceAccount>;

export type Container = Frozen<generated.Container>;
export type EnvVar = Frozen<generated.EnvVar>;
export type PodSpec = Frozen<generated.PodSpec>;
export type Volume = Frozen<generated.Volume>;
export type VolumeMount = Frozen<generated.VolumeMount>;

/** Values of the chart actions-runner-controller. */
export type ActionsRunnerControllerValues = Frozen<generated.ActionsRunnerControllerValues>;
/** Values of the chart cert-manager. */
export type CertManagerValues = Frozen<generated.CertManagerValues>;
