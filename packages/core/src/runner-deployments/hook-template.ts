import { formatYaml } from '@fleetc/kubernetes';
import type { Fleet, Pool } from '@fleetc/fleet';
import type { ObjectKind } from '../emission/object-item.ts';
import { metadataTable } from '../emission/object-metadata.ts';
import { pullSecretNames } from '../registry/pull-secrets.ts';
import type { PoolObjectContext } from './pool-object.ts';

/** Names the file with the template of job pods for the container hooks. */
export const hookTemplateVariable = 'ACTIONS_RUNNER_CONTAINER_HOOK_TEMPLATE';

const volumeName = 'fleetc-hook-template';
const folder = '/etc/fleetc/hooks';
const file = 'template.yaml';

/** Where a runner finds the template. */
export const hookTemplateFile = `${folder}/${file}`;
export const hookTemplateMount = { name: volumeName, mountPath: folder, readOnly: true };

/** Pull secrets that the template gives to job pods, which get none from the runner's pod; none without a template. */
export function jobPullSecrets(
  { registry }: Pick<Fleet, 'registry'>,
  { docker, env }: Pool,
): string[] {
  const isOwn = env.some(({ name }) => name === hookTemplateVariable);
  return docker.mode === 'kubernetes' && !isOwn ? pullSecretNames(registry) : [];
}

/** The volume with the template. */
export function hookTemplateVolume(fleet: Pick<Fleet, 'namePrefix'>, pool: Pool): object {
  return { name: volumeName, configMap: { name: hookTemplateName(fleet, pool) } };
}

/** Name of the ConfigMap with the template, which the pool's runners share. */
export function hookTemplateName({ namePrefix }: Pick<Fleet, 'namePrefix'>, pool: Pool): string {
  return `${namePrefix}${pool.name}-hook-template`;
}

/** The template of job pods. The hooks put its fields over what they make themselves. */
export const hookTemplate: ObjectKind<PoolObjectContext> = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  stage: 'access',
  table: [
    ...metadataTable<PoolObjectContext>('pool', 'pool.namespace'),
    {
      to: ['data', file],
      from: ['registry', 'pullSecrets'],
      value: ({ fleet, pool }) =>
        formatYaml({ spec: { imagePullSecrets: references(fleet, pool) } }),
    },
  ],
};

function references(fleet: Fleet, pool: Pool): { name: string }[] {
  return jobPullSecrets(fleet, pool).map((name) => ({ name }));
}
