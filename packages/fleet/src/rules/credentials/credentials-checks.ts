import type { AnyFleetCheck } from '../fleet-check.ts';
import { appAtEnterprise } from './app-at-enterprise.rule.ts';
import { appForSeveralOwners } from './app-for-several-owners.rule.ts';
import { credentialInJobs } from './credential-in-jobs.rule.ts';
import { fieldNotRead } from './field-not-read.rule.ts';
import { loginWithoutUsername } from './login-without-username.rule.ts';
import { mixedSecret } from './mixed-secret.rule.ts';
import { secretDefaultUnused } from './secret-default-unused.rule.ts';
import { secretKeyNotRead } from './secret-key-not-read.rule.ts';
import { secretNameCollision } from './secret-name-collision.rule.ts';
import { sopsRecipientsUnusable } from './sops-recipients-unusable.rule.ts';
import { unusedCredential } from './unused-credential.rule.ts';
import { usernameWithColon } from './username-with-colon.rule.ts';
import { vaultPathWithData } from './vault-path-with-data.rule.ts';

/** Checks about credentials. */
export const credentialsChecks: readonly AnyFleetCheck[] = [
  appAtEnterprise,
  appForSeveralOwners,
  unusedCredential,
  secretKeyNotRead,
  loginWithoutUsername,
  secretNameCollision,
  mixedSecret,
  credentialInJobs,
  fieldNotRead,
  vaultPathWithData,
  usernameWithColon,
  secretDefaultUnused,
  sopsRecipientsUnusable,
];
