import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { absolutePath, objectName, quantity, raw, relativePath } from './text.schema.ts';

const claimFields = () => ({
  size: describe(
    quantity(),
    'Size of a claim made for each runner. With `kind: set` it is kept; with `kind: deployment` each pod gets a new, empty one.',
    '50Gi',
  ).optional(),
  storageClass: describe(
    objectName(),
    "Storage class of the claim; the cluster's default when absent.",
    'fast',
  ).optional(),
  accessModes: describe(
    z.array(z.enum(['ReadWriteOnce', 'ReadWriteMany', 'ReadWriteOncePod', 'ReadOnlyMany'])).min(1),
    'Access modes of the claim; ReadWriteOnce when absent.',
  ).optional(),
});

const emptyDir = () =>
  strictMap('Empty directory', {
    medium: describe(
      z.enum(['Memory', 'HugePages']),
      "Memory instead of the node's disk.",
    ).optional(),
    sizeLimit: describe(quantity(), 'The pod is evicted above this.', '10Gi').optional(),
  });

const optionalObject = (title: string) =>
  strictMap(title, {
    name: describe(objectName(), "Its name, in the pool's namespace."),
    optional: describe(z.boolean(), 'Whether pods start without it.').optional(),
  });

export const volumeSchema = () =>
  exclusiveMap(
    'Volume',
    {
      mountPath: describe(
        absolutePath(),
        'Where the runner mounts it; absent for a volume of the docker sidecar alone.',
        '/opt/cache',
      ).optional(),
      dockerMountPath: describe(
        absolutePath(),
        'Where the docker sidecar mounts it.',
        '/var/lib/docker',
      ).optional(),
      subPath: describe(relativePath(), 'Path inside the volume.').optional(),
      readOnly: describe(z.boolean(), 'Mount it read-only.').optional(),
      ...claimFields(),
      emptyDir: describe(emptyDir(), 'A directory that lives as long as the pod.').optional(),
      hostPath: describe(
        strictMap('Host path', {
          path: describe(absolutePath(), 'Path on the node.'),
          type: describe(
            z.enum([
              'Directory',
              'DirectoryOrCreate',
              'File',
              'FileOrCreate',
              'Socket',
              'CharDevice',
              'BlockDevice',
            ]),
            'What must be there.',
          ).optional(),
        }),
        'A path of the node.',
      ).optional(),
      configMap: describe(optionalObject('ConfigMap'), 'The files of a ConfigMap.').optional(),
      secret: describe(optionalObject('Secret'), 'The files of a Secret.').optional(),
      claim: describe(
        objectName(),
        'An existing PersistentVolumeClaim, shared by all runners of the pool.',
      ).optional(),
      source: describe(raw(), 'Any other source, as in a pod.', {
        nfs: { server: 'nfs.example.com', path: '/cache' },
      }).optional(),
    },
    exclusive.volumeSource,
  );

export const workVolumeSchema = () =>
  exclusiveMap(
    'Work volume',
    {
      ...claimFields(),
      emptyDir: describe(emptyDir(), 'A directory that lives as long as the pod.').optional(),
    },
    exclusive.workVolumeSource,
  );
