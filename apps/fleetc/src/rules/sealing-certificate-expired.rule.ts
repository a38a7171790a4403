import { defineRule } from '@fleetc/diagnostics';

/** FLC6912: the certificate is outside of its validity. */
export const sealingCertificateExpired = defineRule<{ file: string; problem: string }>({
  code: 'FLC6912',
  name: 'sealing-certificate-expired',
  severity: 'error',
  title: 'A sealing certificate is not valid today',
  message: ({ file, problem }) => `cannot seal with certificate "${file}": ${problem}`,
  why: 'its key may be gone from the cluster, and then nobody can open what is sealed with it',
  fix: 'fetch the current one from the cluster: kubeseal --fetch-cert > sealing.pem',
  source: 'https://github.com/bitnami-labs/sealed-secrets#sealing-key-renewal',
});
