import { defineRule } from '@fleetc/diagnostics';

/** FLC6911: what `fleetc seal` is to encrypt against is no certificate of a sealing key. */
export const sealingCertificateUnusable = defineRule<{ file: string; problem: string }>({
  code: 'FLC6911',
  name: 'sealing-certificate-unusable',
  severity: 'error',
  title: 'A file is no certificate that values can be sealed with',
  message: ({ file, problem }) => `cannot seal with "${file}": ${problem}`,
  why: 'only the controller that has the other half of the key can open what is sealed',
  fix: 'fetch the certificate from the cluster: kubeseal --fetch-cert > sealing.pem',
  source: 'https://github.com/bitnami-labs/sealed-secrets#public-key--certificate',
});
