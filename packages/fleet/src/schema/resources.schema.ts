import { z } from 'zod';
import { describe, strictMap } from './strict-map.ts';
import { quantity } from './text.schema.ts';

/** Resources of a container. */
export const resourcesSchema = () =>
  strictMap('Resources', {
    requests: describe(z.record(z.string(), quantity()), 'What the scheduler reserves.', {
      cpu: '500m',
      memory: '1Gi',
    }).optional(),
    limits: describe(z.record(z.string(), quantity()), 'What the container may not exceed.', {
      memory: '4Gi',
    }).optional(),
  });
