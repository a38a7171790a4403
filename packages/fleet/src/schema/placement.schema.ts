import { z } from 'zod';
import { describe, strictMap } from './strict-map.ts';
import { labelMap, objectName, raw } from './text.schema.ts';

/** Where pods run. */
export const nodeSchema = () =>
  strictMap('Node placement', {
    selector: describe(labelMap(), 'Node labels that must match.', {
      'kubernetes.io/arch': 'amd64',
    }).optional(),
    tolerations: describe(z.array(raw()), 'Taints that the pods tolerate, as in a pod.', [
      { key: 'ci', operator: 'Exists', effect: 'NoSchedule' },
    ]).optional(),
    affinity: describe(raw(), 'Affinity, as in a pod.', { podAntiAffinity: {} }).optional(),
    spread: describe(z.array(raw()), 'Topology spread constraints, as in a pod.', [
      { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ]).optional(),
    priorityClass: describe(objectName(), 'PriorityClass of the pods.', 'ci').optional(),
    runtimeClass: describe(objectName(), 'RuntimeClass of the pods.', 'gvisor').optional(),
  });
