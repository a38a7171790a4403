import type { Path } from '@fleetc/diagnostics';
import type { RegistryCredential } from './credentials.ts';

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
