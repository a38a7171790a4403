import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const oldest = { major: 1, minor: 15 };

const chart = (version: string) =>
  exampleFleet(`controller: { certManager: { chart: { version: ${version} } } }`);

export const oldCertManager = defineCheck<{ version: string }>({
  code: 'FLC4808',
  name: 'old-cert-manager',
  severity: 'error',
  title: "cert-manager's chart is too old to be told to bring its definitions",
  message: ({ version }) => `cert-manager ${version} does not know "crds.enabled"`,
  label: () => 'before v1.15.0',
  why: 'its custom resource definitions would not be installed, and the controller waits for its certificate for ever',
  fix: 'leave "version" out, or use v1.15.0 or later',
  source: 'https://cert-manager.io/docs/releases/release-notes/release-notes-1.15/',
  examples: { bad: chart('v1.8.2'), good: chart('v1.21.1') },
  check({ controller: { certManager } }, report) {
    const { path, version } = certManager.chart;
    const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
    const isOld = major < oldest.major || (major === oldest.major && minor < oldest.minor);
    if (certManager.install && isOld) report({ version }, [...path, 'version']);
  },
});
