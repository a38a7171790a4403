import type { Path } from '@fleetc/diagnostics';
import type { Destination, JsonObject } from '@fleetc/fleet';
import type { KubernetesObject } from '@fleetc/kubernetes';

/** Steps of an installation, in the order in which a cluster needs them. */
export const stages = [
  'namespaces',
  'secrets',
  'cert-manager',
  'controller',
  'access',
  'runners',
  'autoscalers',
] as const;
export type Stage = (typeof stages)[number];

/** Everything one environment of a fleet puts into a cluster, free of any target's layout. */
export interface Bundle {
  readonly fleet: string;
  readonly environment: string;
  readonly destination: Destination;
  /** In install order: by stage, then namespace, kind and name. */
  readonly items: readonly BundleItem[];
  /** Secrets whose content fleetc must not write to disk: what `fleetc secrets` prints. */
  readonly pendingSecrets: readonly PendingSecret[];
  /** Secrets that an object of this bundle brings: an ExternalSecret, a SealedSecret, an encrypted Secret. */
  readonly deliveredSecrets: readonly DeliveredSecret[];
  /** Secrets that somebody else provides, by namespace and name. */
  readonly existingSecrets: readonly SecretUse[];
  readonly images: readonly ImageUse[];
  /** What GitHub has to grant, per credential and scope. */
  readonly permissions: readonly Permission[];
}

export type BundleItem = ObjectItem | ReleaseItem;

interface Item {
  readonly stage: Stage;
  /** The block of the fleet that caused it. */
  readonly path: Path;
  /** The path in the fleet behind a path in the object or in the values; the nearest that is known. */
  readonly origin: (path: Path) => Path;
}

export interface ObjectItem extends Item {
  readonly type: 'object';
  readonly object: KubernetesObject;
  /**
   * The text that has to be written for the object, byte for byte, because it is encrypted and carries a checksum over
   * itself. Whoever applies it decrypts it first; the object alone is nothing that a cluster could use.
   */
  readonly encrypted?: { readonly by: 'sops'; readonly text: string };
}

export interface ReleaseItem extends Item {
  readonly type: 'release';
  readonly release: HelmRelease;
}

export interface HelmRelease {
  readonly name: string;
  readonly namespace: string;
  /** `https://…` of a chart repository or `oci://…` of a registry, without the chart's name. */
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
  readonly values: JsonObject;
}

/** A Secret in one namespace and who needs it there. */
export interface SecretUse {
  readonly name: string;
  readonly namespace: string;
  /** In words, such as `controller` or `pool "build"`. */
  readonly consumers: readonly string[];
  readonly keys: readonly string[];
  readonly path: Path;
}

/** A Secret that `fleetc secrets` can write, because its content comes from an environment variable or a file. */
export interface PendingSecret extends SecretUse {
  readonly type: 'Opaque' | 'kubernetes.io/dockerconfigjson';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly content: SecretContent;
}

/** A Secret that an item of the stage `secrets` brings into the cluster. */
export interface DeliveredSecret extends SecretUse {
  readonly by: 'externalSecret' | 'sealedSecret' | 'sops' | 'vaultSecret';
  /** Where it comes from, in words, such as `ClusterSecretStore "vault", entry "ci/github"`. */
  readonly origin: string;
  /** What has to be there, by keys such as `github_app_private_key` and `password`; absent for ciphertext. */
  readonly values?: readonly string[];
}

export type ValueSource =
  | { readonly source: 'env'; readonly variable: string }
  | { readonly source: 'file'; readonly file: string };

export type SecretContent =
  /** `literal` holds keys that are no secret (App id, installation id). */
  | {
      readonly form: 'keys';
      readonly literal: Readonly<Record<string, string>>;
      readonly key: string;
      readonly value: ValueSource;
    }
  | {
      readonly form: 'dockerconfigjson';
      readonly server: string;
      readonly username: string;
      readonly password: ValueSource;
    };

export interface ImageUse {
  /** Fully qualified upstream reference, such as `docker.io/library/docker:dind`. */
  readonly upstream: string;
  /** What the cluster pulls. */
  readonly reference: string;
  /** In words, such as `controller` or `pool "build"`. */
  readonly consumers: readonly string[];
  readonly namespaces: readonly string[];
  readonly pullSecrets: readonly string[];
  readonly path: Path;
}

export interface Permission {
  readonly credential: string;
  readonly kind: 'pat' | 'app';
  readonly scope: string;
  /** `organization acme`. */
  readonly target: string;
  /** Token scopes or App permissions, in the words of GitHub. */
  readonly permissions: readonly string[];
}
