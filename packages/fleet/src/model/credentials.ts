import type { Path } from '@fleetc/diagnostics';
import type { SecretSource } from './secrets.ts';

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
