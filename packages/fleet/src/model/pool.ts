import type { Path } from '@fleetc/diagnostics';
import type { Autoscale } from './autoscale.ts';
import type { RegistryCredential } from './credentials.ts';
import type { JsonObject } from './json.ts';
import type { Node } from './node.ts';
import type { Scope } from './scope.ts';

export interface Pool {
  readonly name: string;
  readonly path: Path;
  readonly kind: 'deployment' | 'set';
  /** At least one, in the order of names. */
  readonly scopes: readonly Scope[];
  /** One per scope, in the same order: the name of the runner object and of its autoscaler. */
  readonly objectNames: readonly string[];
  readonly namespace: string;
  readonly labels: readonly string[];
  /** Replaces the scope's. */
  readonly runnerGroup?: string;
  /** Absent when an autoscaler owns the number. */
  readonly replicas?: number;
  readonly autoscale?: Autoscale;
  readonly ephemeral: boolean;
  readonly image: RunnerImage;
  readonly docker: Docker;
  readonly resources?: JsonObject;
  readonly dockerResources?: JsonObject;
  readonly env: readonly EnvVariable[];
  readonly envFrom: readonly EnvSource[];
  readonly volumes: readonly Volume[];
  readonly workVolume?: WorkVolume;
  /** Absolute path; ARC's own when absent. */
  readonly workDir?: string;
  readonly node: Node;
  readonly serviceAccount?: string;
  readonly terminationGracePeriodSeconds?: number;
  /** Of the pod. */
  readonly securityContext?: JsonObject;
  /** Of the runner container. */
  readonly containerSecurityContext?: JsonObject;
  readonly metadata: {
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  };
  /** Pod fields that the language has no word for. */
  readonly pod: JsonObject;
  readonly patch: { readonly runner?: JsonObject; readonly autoscaler?: JsonObject };
}

export interface RunnerImage {
  /** Upstream reference; filled from the docker mode's default when the file names none. */
  readonly reference: string;
  /** Ubuntu generation, from the file or read from the tag; absent when neither tells. */
  readonly ubuntu?: '20.04' | '22.04' | '24.04';
  readonly pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
}

export interface Docker {
  readonly mode: 'sidecar' | 'inRunner' | 'rootless' | 'none' | 'kubernetes';
  /** Upstream reference of the sidecar; absent means the controller's. */
  readonly image?: string;
  readonly env: readonly EnvVariable[];
  readonly mtu?: number;
  /** Replaces `registry.mirror` for this pool; empty text means none. */
  readonly registryMirror?: string;
  /** Whose pull secret `docker` in the runner is logged in with. */
  readonly login?: RegistryCredential;
  /** Kubernetes quantity of the memory-backed volume that holds the docker socket. */
  readonly socketVolumeSize?: string;
}

export type EnvVariable = { readonly name: string } & (
  | { readonly value: string }
  | {
      readonly secret: { readonly name: string; readonly key: string; readonly optional?: boolean };
    }
  | {
      readonly configMap: {
        readonly name: string;
        readonly key: string;
        readonly optional?: boolean;
      };
    }
  /** Downward API field path, such as `metadata.name`. */
  | { readonly field: string }
);

/** An object of which every key becomes a variable. */
export interface EnvSource {
  /** What the file calls the entry; decides the order. */
  readonly name: string;
  readonly kind: 'configMap' | 'secret';
  readonly object: string;
  readonly optional?: boolean;
  /** What precedes each key. */
  readonly prefix?: string;
}

export interface Volume {
  readonly name: string;
  /** Where the runner mounts it; absent for a volume of the docker sidecar alone. */
  readonly mountPath?: string;
  /** Where the docker sidecar mounts it. */
  readonly dockerMountPath?: string;
  readonly subPath?: string;
  readonly readOnly?: boolean;
  readonly source: VolumeSource;
}

export type VolumeSource =
  /** A claim made for each runner: kept per replica by a set, per pod (generic ephemeral volume) by a deployment. */
  | ({ readonly type: 'claimTemplate' } & ClaimTemplate)
  | { readonly type: 'claim'; readonly claim: string }
  | { readonly type: 'emptyDir'; readonly medium?: string; readonly sizeLimit?: string }
  | { readonly type: 'hostPath'; readonly hostPath: string; readonly hostPathType?: string }
  | { readonly type: 'configMap'; readonly configMap: string; readonly optional?: boolean }
  | { readonly type: 'secret'; readonly secret: string; readonly optional?: boolean }
  /** Any other source, in the words of a pod. */
  | { readonly type: 'raw'; readonly source: JsonObject };

export interface ClaimTemplate {
  /** Kubernetes quantity. */
  readonly size: string;
  readonly storageClass?: string;
  readonly accessModes: readonly string[];
}

export type WorkVolume =
  | ({ readonly type: 'claimTemplate' } & ClaimTemplate)
  | { readonly type: 'emptyDir'; readonly medium?: string; readonly sizeLimit?: string };
