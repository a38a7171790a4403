import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { exampleController } from './example.ts';
import { valueAt } from './value-at.ts';

const certManager = (values: string) =>
  exampleController(`certManager: { chart: { values: { cainjector: { ${values} } } } }`);

export const cainjectorOff = defineBundleCheck({
  code: 'FLC5115',
  name: 'cainjector-off',
  severity: 'error',
  title: "cert-manager's injector of authorities is switched off",
  message: () => "cert-manager's cainjector is switched off",
  label: () => 'must run',
  why: "it writes the authority into the controller's webhook configurations; without it the API server trusts none of them and refuses every runner object",
  fix: 'remove it',
  source: 'https://cert-manager.io/docs/concepts/ca-injector/',
  examples: { bad: certManager('enabled: false'), good: certManager('replicaCount: 2') },
  check({ bundle }, report) {
    const item = releaseOf(bundle, 'cert-manager');
    const path = ['cainjector', 'enabled'];
    if (item && valueAt(item.release.values, path) === false) report({}, item.origin(path));
  },
});
