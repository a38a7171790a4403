import type { Path } from '@fleetc/diagnostics';
import type { RegistryCredential } from './credentials.ts';

export interface Registry {
  readonly path: Path;
  readonly proxy?: RegistryProxy;
  /** Upstream hosts that are pulled from directly on purpose. */
  readonly direct: readonly string[];
  readonly mirror?: RegistryMirror;
  readonly pullSecrets: readonly RegistryCredential[];
  /** Upstream repository (`docker.io/library/docker`) to the reference that replaces it, never rewritten again. */
  readonly images: Readonly<Record<string, string>>;
}

/** A mirror of Docker Hub for what jobs pull. */
export interface RegistryMirror {
  /** URL for `dockerd --registry-mirror` inside runners. */
  readonly url: string;
  /** Whether builders that run in a container of their own use it too. */
  readonly buildx: boolean;
}

export type RegistryProxy = PrefixProxy | TemplateProxy;

export interface PrefixProxy {
  readonly kind: 'prefixes';
  readonly path: Path;
  /** Upstream host (`docker.io`) to `host[:port]/path` that stands before the repository. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** For a host without an entry: `{host}` is that host. Absent means that it stays. */
  readonly otherwise?: string;
  /** The product that the file names; absent where the prefixes are all that is known. */
  readonly product?: ProxyProduct;
}

export interface TemplateProxy {
  readonly kind: 'generic';
  readonly path: Path;
  readonly host: string;
  /** Handlebars over `host`, `registry` (the upstream host), `project`, `path`, `tag`, `digest`. */
  readonly template: string;
  readonly projects: Readonly<Record<string, string>>;
  /** Upstream hosts that the template is not for, with what stands before the repository. */
  readonly others?: Readonly<Record<string, string>>;
}

/** What rules know of the product behind a proxy. */
export interface ProxyProduct {
  /** Its key in the file. */
  readonly key: string;
  /** In messages. */
  readonly title: string;
  /** The map in the file that lists upstream hosts, whether it is written or not. */
  readonly places: Path;
  /** Where its own images are pulled from. */
  readonly hosts: readonly string[];
  /** Absent where it fetches from any registry. */
  readonly serves?: ServedUpstreams;
  /** Upstream hosts that the file lists and the product cannot fetch from. */
  readonly unserved: readonly string[];
  /** Whether it finds `docker` where `library/docker` is meant. */
  readonly fillsLibrary: boolean;
  /** Whether what it serves may have another digest than upstream's. */
  readonly changesDigests: boolean;
}

/** The only registries that a product can fetch from. */
export interface ServedUpstreams {
  /** Hosts; `*` stands for any text. */
  readonly hosts: readonly string[];
  /** Why there are no others, as one clause. */
  readonly why: string;
}
