import type { Path, Span } from '@fleetc/diagnostics';
import type { Controller } from './controller.ts';
import type { Credential } from './credentials.ts';
import type { JsonObject } from './json.ts';
import type { Output } from './outputs.ts';
import type { Pool } from './pool.ts';
import type { Registry } from './registry.ts';
import type { Scope } from './scope.ts';
import type { SecretDefaults } from './secrets.ts';

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
  readonly secrets: SecretDefaults;
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly pools: readonly Pool[];
  readonly destination: Destination;
  /** In the order of the file, and the same for every environment. */
  readonly outputs: readonly Output[];
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
