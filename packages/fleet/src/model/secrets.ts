import type { Path } from '@fleetc/diagnostics';

/** A Kubernetes Secret by name, and where its content comes from. Never the content. */
export interface SecretSource {
  readonly path: Path;
  readonly name: string;
  /** The key that the file names, to be compared with the one that ARC reads. */
  readonly key?: string;
  readonly from: SecretOrigin;
}

/** One variant per source; a further source is a further variant. */
export type SecretOrigin =
  | { readonly source: 'existing' }
  | { readonly source: 'env'; readonly variable: string }
  | { readonly source: 'file'; readonly file: string }
  | ExternalSecretOrigin
  | VaultSecretOrigin
  | SealedSecretOrigin
  | SopsOrigin;

/** What External Secrets Operator fetches. */
export interface ExternalSecretOrigin extends RemoteEntry {
  readonly source: 'externalSecret';
  readonly store: SecretStore;
  readonly refreshPolicy: 'Periodic' | 'OnChange' | 'CreatedOnce';
  /** Go duration. */
  readonly refresh: string;
  /** Keys of the Secret that come from an entry of their own instead. */
  readonly fields: Readonly<Record<string, RemoteEntry>>;
}

/** One entry of a secret manager. */
export interface RemoteEntry {
  readonly key: string;
  /** Part of the entry; absent for the entry as it stands. */
  readonly property?: string;
  readonly version?: string;
  readonly decoding: 'None' | 'Auto' | 'Base64' | 'Base64URL';
}

export interface SecretStore {
  readonly name: string;
  readonly kind: 'ClusterSecretStore' | 'SecretStore';
}

/** What Vault Secrets Operator fetches. */
export interface VaultSecretOrigin {
  readonly source: 'vaultSecret';
  /** `name` or `namespace/name` of a VaultAuth; the operator's default when absent. */
  readonly auth?: string;
  readonly mount: string;
  readonly type: 'kv-v1' | 'kv-v2';
  /** Below the mount, without `data/`. */
  readonly entry: string;
  /** Field of the entry; the key of the Secret when absent. */
  readonly field?: string;
  /** Keys of the Secret that come from another field of the entry: key to field. */
  readonly fields: Readonly<Record<string, string>>;
  /** One number and one unit, `h`, `m` or `s`. */
  readonly refresh: string;
}

/** What must stay as it is for a sealed value to be opened: name and namespace, the namespace, nothing. */
export type SealingScope = 'strict' | 'namespace' | 'cluster';

/** Ciphertext for the controller of Sealed Secrets. */
export interface SealedSecretOrigin {
  readonly source: 'sealedSecret';
  readonly scope: SealingScope;
  /**
   * What the values were sealed for (`namespace/name` when strict, `namespace`, or `*`), then the Secret's key to its
   * ciphertext.
   */
  readonly sealed: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A file that SOPS encrypted, relative to fleet.yaml. */
export interface SopsOrigin {
  readonly source: 'sops';
  readonly file: string;
}

/** What holds for every Secret that does not say otherwise. */
export interface SecretDefaults {
  readonly path: Path;
  /** Source of a Secret that names none. */
  readonly source?: SecretOrigin['source'];
  /** What `fleetc seal` uses. */
  readonly sealing: { readonly scope: SealingScope; readonly certificate?: string };
  readonly sops: { readonly folder: string; readonly recipients: readonly string[] };
}
