import fc from 'fast-check';
import { both, named, one, type Plain, some, under } from './plain.ts';
import { absolutePath, name, objectName, size } from './words.ts';

const accessModes = fc.uniqueArray(fc.constantFrom('ReadWriteOnce', 'ReadWriteMany'), {
  minLength: 1,
});
const anyAccessModes = fc.array(
  fc.constantFrom('ReadWriteOnce', 'ReadWriteMany', 'ReadWriteOncePod', 'ReadOnlyMany'),
  { minLength: 1, maxLength: 3 },
);

/** A claim of which nothing is left to the cluster. */
export const fullClaim = some(
  { size, storageClass: objectName, accessModes },
  'size',
  'storageClass',
);
const claim = some({ size, storageClass: objectName, accessModes: anyAccessModes }, 'size');

const emptyDir = under(
  'emptyDir',
  some({ medium: fc.constantFrom('Memory', 'HugePages'), sizeLimit: size }),
);

const optionalObject = some({ name: objectName, optional: fc.boolean() }, 'name');

const hostPathType = fc.constantFrom(
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
  'CharDevice',
  'BlockDevice',
);

const source = one(
  claim,
  emptyDir,
  under('hostPath', some({ path: absolutePath, type: hostPathType }, 'path')),
  under('configMap', optionalObject),
  under('secret', optionalObject),
  under('claim', objectName),
  under('source', fc.constantFrom<Plain>({ nfs: { server: 'nfs', path: '/x' } }, { emptyDir: {} })),
);

const mount = {
  mountPath: absolutePath,
  subPath: fc.constantFrom('a', 'a/b', 'a b', '..a', 'é'),
  readOnly: fc.boolean(),
};

/** The volumes of a pool; `dockerMountPath` is for whoever has a sidecar. */
export const volumes = named(
  name,
  both(
    fc.oneof(
      { arbitrary: some({ ...mount, dockerMountPath: absolutePath }, 'mountPath'), weight: 5 },
      { arbitrary: under('dockerMountPath', absolutePath), weight: 1 },
    ),
    source,
  ),
);

/** The work volume of a pool. */
export const workVolume = one(claim, emptyDir);
