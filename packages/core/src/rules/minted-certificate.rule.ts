import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { exampleValues } from './example.ts';
import { valueAt } from './value-at.ts';

export const mintedCertificate = defineBundleCheck({
  code: 'FLC5108',
  name: 'minted-certificate',
  severity: 'warning',
  title: 'The chart mints a new certificate at each render',
  message: () => 'without cert-manager the chart mints a certificate at each render',
  label: () => 'another one each time',
  why: 'a GitOps tool never sees the installation settle, and each upgrade cuts the admission webhooks off for a while',
  fix: 'leave it out, so that cert-manager issues the certificate, or give "admissionWebHooks.caBundle" and a TLS Secret of your own',
  source: 'https://github.com/actions/actions-runner-controller/issues/1281',
  examples: {
    bad: exampleValues('certManagerEnabled: false'),
    good: exampleValues('certManagerEnabled: false, admissionWebHooks: { caBundle: "Y2E=" }'),
  },
  check({ bundle }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    if (!item || valueAt(item.release.values, ['certManagerEnabled']) !== false) return;
    // What an empty one means is told by the schema.
    if (valueAt(item.release.values, ['admissionWebHooks', 'caBundle']) !== undefined) return;
    report({}, item.origin(['certManagerEnabled']), { part: 'key' });
  },
});
