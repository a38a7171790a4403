import fc from 'fast-check';
import { type Plain, some } from './plain.ts';
import { labelValue, objectName, quantity } from './words.ts';

const toleration = fc.constantFrom<Plain>(
  { operator: 'Exists' },
  { key: 'ci', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'ci', operator: 'Equal', value: 'yes', effect: 'NoExecute', tolerationSeconds: 30 },
);

const term = { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] };
const affinity = fc.constantFrom<Plain>(
  {},
  {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] },
    },
  },
);

const spread = fc.constantFrom<Plain>(
  { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' },
  {
    maxSkew: 2,
    topologyKey: 'zone',
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { a: 'b' } },
  },
);

/** A `node` block. */
export const node = some({
  selector: fc.dictionary(
    fc.constantFrom('kubernetes.io/arch', 'pool', 'example.com/disk'),
    labelValue,
    { noNullPrototype: true },
  ),
  tolerations: fc.array(toleration, { maxLength: 2 }),
  affinity,
  spread: fc.uniqueArray(spread, { maxLength: 2 }),
  priorityClass: objectName,
  runtimeClass: objectName,
});

/** Resources of a container. */
export const resources = some({
  requests: some({ 'cpu': quantity, 'memory': quantity, 'ephemeral-storage': quantity }),
  limits: some({ 'cpu': quantity, 'nvidia.com/gpu': fc.integer({ min: 1, max: 4 }) }),
});
