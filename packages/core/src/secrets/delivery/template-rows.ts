import type { Path } from '@fleetc/diagnostics';
import { field, type Table } from '../../emission/table.ts';
import { githubKeys, pullSecretKey, webhookKey } from '../github-keys.ts';
import type { DeliveryContext } from './delivery.ts';

const [appId, installationId, privateKey] = githubKeys.app;
const [token] = githubKeys.pat;

/** Where in the fleet the content of each key is decided. */
const places: Readonly<Record<string, string>> = {
  [appId]: 'credential.id',
  [installationId]: 'credential.installationId',
  [privateKey]: 'source',
  [token]: 'source',
  [webhookKey]: 'source',
  [pullSecretKey]: 'credential',
  github_runner_url: 'github.url',
  github_url: 'github.url',
};

/** One row for each key of the Secret that a template makes; `below` leads from the key to its text. */
export function templateRows(to: string, below: Path = []): Table<DeliveryContext> {
  return Object.entries(places).map(([key, place]) => {
    const row = field<DeliveryContext>(to, place, ({ templates }) => templates[key]);
    return { ...row, to: [...row.to, key, ...below] };
  });
}
