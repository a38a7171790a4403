import type { Path, Span } from '@fleetc/diagnostics';

/** Any JSON value: what raw escape hatches (`patch`, `pod`, `values`) hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Which layer of the fleet a value was taken from. */
export interface Origin {
  /** `default` (built in), `file`, `profile NAME`, `environment NAME`. */
  readonly layer: string;
  /** The place in fleet.yaml; for a built-in default the nearest thing that exists. */
  readonly span: Span;
}

/**
 * What the user meant, for one environment: references bound, profiles merged, defaults filled, every image still
 * upstream. Frozen. Lists are in the order of names, so that the order of keys in the file never shows.
 */
export interface Fleet {
  readonly name: string;
  readonly environment: string;
  /** What precedes the pool in derived names, `<fleet>-` unless the file says otherwise. */
  readonly namePrefix: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Whether fleetc emits the namespaces that the fleet uses. */
  readonly createNamespaces: boolean;
  readonly github: GitHub;
  readonly network: Network;
  readonly controller: Controller;
  readonly registry: Registry;
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly pools: readonly Pool[];
  readonly destination: Destination;
  /** The plain value behind this model, long forms and defaults included: what `explain PATH` shows. */
  readonly effective: JsonObject;
  /** Where the effective value at `path` was written. Falls back to the nearest ancestor that was. */
  readonly origin: (path: Path, part?: 'key' | 'value') => Origin;
}

export interface GitHub {
  /** Base URL without a trailing slash, `https://github.com` by default. */
  readonly url: string;
  /** `server` is GitHub Enterprise Server and needs the chart's `githubEnterpriseServerURL`. */
  readonly product: 'github.com' | 'ghe.com' | 'server';
}

/** What stands between the cluster and GitHub. */
export interface Network {
  readonly path: Path;
  readonly proxy?: HttpProxy;
  readonly ca?: PrivateCa;
}

/** URLs without a login. */
export interface HttpProxy {
  readonly http?: string;
  readonly https?: string;
  /** What is reached directly, besides the pod itself and the cluster; in the order of the file. */
  readonly no: readonly string[];
}

/** Where the certificates are, in the namespace of each pod that trusts them. */
export interface PrivateCa {
  readonly kind: 'configMap' | 'secret';
  readonly name: string;
  readonly key: string;
}

/** Where an environment is installed; empty means the cluster one is in. */
export interface Destination {
  readonly name?: string;
  readonly server?: string;
  readonly kubeconfigSecret?: string;
}

export interface Controller {
  readonly path: Path;
  readonly namespace: string;
  /** Helm release name, `<fleet>-actions-runner-controller` shortened to 40 characters for what the chart appends. */
  readonly release: string;
  readonly leaderElectionId: string;
  readonly replicas: number;
  readonly credential: GitHubCredential;
  /** The one namespace that is watched; absent means all of them. */
  readonly watchNamespace?: string;
  readonly chart: Chart;
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error';
  readonly logFormat?: 'text' | 'json';
  /** Go duration as written. */
  readonly syncPeriod?: string;
  /** Port of the admission webhooks. */
  readonly admissionPort?: number;
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  readonly resources?: JsonObject;
  readonly node: Node;
  readonly images: ControllerImages;
  /** Group id of the docker socket where the runner image does not tell, in the chart's `dockerGID`. */
  readonly dockerGid?: number;
  readonly certManager: CertManager;
  readonly webhookServer?: WebhookServer;
  readonly metrics: Metrics;
}

export interface Chart {
  readonly path: Path;
  readonly repository: string;
  readonly name: string;
  readonly version: string;
  /** Merged last into the computed values, as JSON Merge Patch. */
  readonly values: JsonObject;
}

/** Upstream references of what the controller's chart runs. */
export interface ControllerImages {
  readonly controller: string;
  readonly kubeRbacProxy: string;
  /** Default of pools that name no image. */
  readonly runner: string;
  /** Image of the `docker` sidecar. */
  readonly dind: string;
}

export interface CertManager {
  readonly path: Path;
  readonly install: boolean;
  readonly namespace: string;
  readonly release: string;
  readonly chart: Chart;
}

export interface WebhookServer {
  readonly path: Path;
  readonly replicas: number;
  /** HMAC secret of the GitHub webhook; payloads are not verified without it. */
  readonly secret?: SecretSource;
  readonly runnerGroupVisibility: boolean;
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error';
  readonly service?: {
    readonly type: string;
    readonly annotations: Readonly<Record<string, string>>;
    readonly nodePort?: number;
  };
  readonly ingress?: Ingress;
  readonly resources?: JsonObject;
  readonly node?: Node;
}

export interface Ingress {
  readonly host: string;
  readonly urlPath: string;
  readonly className?: string;
  readonly annotations: Readonly<Record<string, string>>;
  /** Name of the TLS Secret. */
  readonly tlsSecret?: string;
}

export interface Metrics {
  readonly path: Path;
  readonly port: number;
  /** Whether kube-rbac-proxy stands before the metrics port. */
  readonly proxy: boolean;
  readonly serviceMonitor?: {
    readonly interval?: string;
    readonly timeout?: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  /** The actions-metrics-server, a webhook receiver of its own. */
  readonly server?: {
    readonly path: Path;
    readonly secret?: SecretSource;
    readonly ingress?: Ingress;
    readonly resources?: JsonObject;
    readonly node?: Node;
  };
}

export type Credential = GitHubCredential | RegistryCredential;
export type GitHubCredential = PatCredential | AppCredential;

export interface PatCredential {
  readonly kind: 'pat';
  readonly name: string;
  readonly path: Path;
  readonly secret: SecretSource;
}

export interface AppCredential {
  readonly kind: 'app';
  readonly name: string;
  readonly path: Path;
  /** Decimal digits. */
  readonly appId: string;
  readonly installationId: string;
  readonly secret: SecretSource;
}

export interface RegistryCredential {
  readonly kind: 'registry';
  readonly name: string;
  readonly path: Path;
  /** Host, with port where it has one. */
  readonly server: string;
  readonly username?: string;
  readonly secret: SecretSource;
}

/** A Kubernetes Secret by name, and where its content comes from. Never the content. */
export interface SecretSource {
  readonly path: Path;
  readonly name: string;
  /** The key that the file names, to be compared with the one that ARC reads. */
  readonly key?: string;
  readonly from: SecretOrigin;
}

/** One variant per source; further sources are further variants. */
export type SecretOrigin =
  | { readonly source: 'existing' }
  | { readonly source: 'env'; readonly variable: string }
  | { readonly source: 'file'; readonly file: string };

export interface Registry {
  readonly path: Path;
  readonly proxy?: RegistryProxy;
  /** Upstream hosts that are pulled from directly on purpose. */
  readonly direct: readonly string[];
  /** URL for `dockerd --registry-mirror` inside runners. */
  readonly mirror?: string;
  readonly pullSecrets: readonly RegistryCredential[];
  /** Upstream repository (`docker.io/library/docker`) to the reference that replaces it, never rewritten again. */
  readonly images: Readonly<Record<string, string>>;
}

export type RegistryProxy =
  | {
      readonly kind: 'prefixes';
      readonly path: Path;
      /** Upstream host (`docker.io`) to `host[:port]/path` that stands before the repository. */
      readonly prefixes: Readonly<Record<string, string>>;
      /** For a host without an entry: `{host}` is that host. Absent means that it stays. */
      readonly otherwise?: string;
    }
  | {
      readonly kind: 'generic';
      readonly path: Path;
      readonly host: string;
      /** Handlebars over `host`, `registry` (the upstream host), `project`, `path`, `tag`, `digest`. */
      readonly template: string;
      readonly projects: Readonly<Record<string, string>>;
    };

export type ScopeTarget =
  | { readonly level: 'enterprise'; readonly enterprise: string }
  | { readonly level: 'organization'; readonly organization: string }
  | { readonly level: 'repository'; readonly repository: string };

export interface Scope {
  readonly name: string;
  readonly path: Path;
  readonly target: ScopeTarget;
  readonly credential: GitHubCredential;
  readonly runnerGroup?: string;
}

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
  readonly mountPath: string;
  /** Where the docker sidecar mounts it too. */
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

export interface Node {
  readonly selector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly JsonObject[];
  readonly affinity?: JsonObject;
  readonly spread?: readonly JsonObject[];
  readonly priorityClass?: string;
  readonly runtimeClass?: string;
}

export interface Autoscale {
  readonly min: number;
  readonly max: number;
  /** Whole seconds. */
  readonly scaleDownDelaySeconds?: number;
  readonly busy?: BusyMetric;
  readonly queued?: { readonly repositories: readonly string[] };
  /** Go duration of one reservation. */
  readonly webhook?: { readonly duration: string };
  readonly schedule: readonly ScheduleWindow[];
  readonly reservations: readonly Reservation[];
}

export interface BusyMetric {
  readonly up?: number;
  readonly down?: number;
  readonly factorUp?: number;
  readonly factorDown?: number;
  readonly addUp?: number;
  readonly addDown?: number;
}

export interface ScheduleWindow {
  readonly name: string;
  readonly path: Path;
  /** Local date-time of the first window, `2026-12-01T20:00`. */
  readonly from: string;
  readonly to: string;
  /** IANA zone. */
  readonly zone: string;
  /** Absent means once. */
  readonly every?: 'day' | 'weekday' | 'weekend' | 'week' | 'month' | 'year';
  /** Local date-time after which no window starts. */
  readonly until?: string;
  readonly min: number;
}

export interface Reservation {
  readonly name: string;
  readonly replicas: number;
  /** RFC 3339 instant. */
  readonly until: string;
}
