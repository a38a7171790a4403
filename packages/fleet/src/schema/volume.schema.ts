import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { absolutePath, choice, objectName, quantity, raw, relativePath } from './text.schema.ts';

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
    z
      .array(
        choice({
          ReadWriteOnce: 'Pods of one node read and write.',
          ReadWriteMany: 'Pods of all nodes read and write.',
          ReadWriteOncePod: 'One pod reads and writes.',
          ReadOnlyMany: 'Pods of all nodes read.',
        }),
      )
      .min(1),
    'Access modes of the claim; ReadWriteOnce when absent.',
  ).optional(),
});

const emptyDir = () =>
  strictMap('Empty directory', {
    medium: describe(
      choice({ Memory: "The node's memory.", HugePages: "The node's huge pages." }),
      "Memory instead of the node's disk.",
    ).optional(),
    sizeLimit: describe(quantity(), 'The pod is evicted above this.', '10Gi').optional(),
  });

const optionalObject = (title: string) =>
  strictMap(title, {
    name: describe(objectName(), "Its name, in the pool's namespace.", 'ci-settings'),
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
      subPath: describe(relativePath(), 'Path inside the volume.', 'npm').optional(),
      readOnly: describe(z.boolean(), 'Mount it read-only.').optional(),
      ...claimFields(),
      emptyDir: describe(emptyDir(), 'A directory that lives as long as the pod.', {
        sizeLimit: '10Gi',
      }).optional(),
      hostPath: describe(
        strictMap('Host path', {
          path: describe(absolutePath(), 'Path on the node.', '/var/cache/ci'),
          type: describe(
            choice({
              Directory: 'A directory that is there.',
              DirectoryOrCreate: 'A directory, made where it is missing.',
              File: 'A file that is there.',
              FileOrCreate: 'A file, made where it is missing.',
              Socket: 'A Unix socket that is there.',
              CharDevice: 'A character device that is there.',
              BlockDevice: 'A block device that is there.',
            }),
            'What must be there.',
          ).optional(),
        }),
        'A path of the node.',
        { path: '/var/cache/ci', type: 'DirectoryOrCreate' },
      ).optional(),
      configMap: describe(optionalObject('ConfigMap'), 'The files of a ConfigMap.', {
        name: 'ci-settings',
      }).optional(),
      secret: describe(optionalObject('Secret'), 'The files of a Secret.', {
        name: 'npm',
      }).optional(),
      claim: describe(
        objectName(),
        'An existing PersistentVolumeClaim, shared by all runners of the pool.',
        'shared-cache',
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
