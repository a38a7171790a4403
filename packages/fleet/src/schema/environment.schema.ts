import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { dataKey, envName, objectName, podField } from './text.schema.ts';

const keyOf = (title: string) =>
  strictMap(title, {
    name: describe(objectName(), "Its name, in the pool's namespace.", 'ci-settings'),
    key: describe(dataKey(), 'The key inside.', 'token'),
    optional: describe(z.boolean(), 'Whether pods start without it.').optional(),
  });

const envVariable = () =>
  z.union([
    z.string(),
    exclusiveMap(
      'Environment variable',
      {
        value: describe(z.string(), 'The text itself; never a secret.', 'production').optional(),
        secret: describe(keyOf('Secret key'), 'A key of a Secret.', {
          name: 'npm',
          key: 'token',
        }).optional(),
        configMap: describe(keyOf('ConfigMap key'), 'A key of a ConfigMap.', {
          name: 'ci-settings',
          key: 'region',
        }).optional(),
        field: describe(podField(), 'A field of the pod.', 'metadata.name').optional(),
      },
      exclusive.envSource,
    ),
  ]);

/** Variables by name. */
export const environmentSchema = () => z.record(envName(), envVariable());

const sourceOf = (title: string) =>
  strictMap(title, {
    name: describe(objectName(), "Its name, in the pool's namespace.", 'ci-settings'),
    optional: describe(z.boolean(), 'Whether pods start without it.').optional(),
  });

/** One object of which every key becomes a variable. */
export const environmentSourceSchema = () =>
  exclusiveMap(
    'Environment source',
    {
      configMap: describe(sourceOf('ConfigMap'), 'Every key of a ConfigMap.', {
        name: 'ci-settings',
      }).optional(),
      secret: describe(sourceOf('Secret'), 'Every key of a Secret.', { name: 'npm' }).optional(),
      prefix: describe(envName(), 'What precedes each key in the name.', 'CI_').optional(),
    },
    exclusive.envFromSource,
  );
