/**
 * Encryption of values, offline and in memory: for the controller of Sealed Secrets against its certificate, and as a SOPS
 * file for age recipients. Takes bytes and gives text that may be committed; reads no file, prints nothing, knows no fleet,
 * and its problems are clauses that quote nothing of what they are about.
 */
export * from './private-key.ts';
export * from './sealed-secrets/certificate.ts';
export * from './sealed-secrets/seal-value.ts';
export * from './sealed-secrets/sealing-scope.ts';
export * from './sops/age-recipient.ts';
export * from './sops/encrypt-secret.ts';
