import type { Path } from '@fleetc/diagnostics';
import type { GitHubCredential } from './credentials.ts';
import type { JsonObject } from './json.ts';
import type { Node } from './node.ts';
import type { SecretSource } from './secrets.ts';

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
