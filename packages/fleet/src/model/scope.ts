import type { Path } from '@fleetc/diagnostics';
import type { GitHubCredential } from './credentials.ts';

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
