import { type Crd, readCrdFile } from '@fleetc/testing';

const files: Readonly<Record<string, string>> = {
  ExternalSecret: 'external-secrets/crds/external-secrets.io_externalsecrets.yaml',
  SealedSecret: 'sealed-secrets/crds/bitnami.com_sealedsecrets.yaml',
};

/** What the operators of Secrets accept, by kind. There is no file of Vault Secrets Operator to compare with. */
export function readSecretCrds(): Map<string, Crd['accepts']> {
  return new Map(Object.entries(files).map(([kind, file]) => [kind, readCrdFile(file).accepts]));
}
