import { describe, strictMap } from './strict-map.ts';
import { secretOrigin } from './secret-origin.schema.ts';
import { dataKey, objectName } from './text.schema.ts';

/** Reference to a Kubernetes Secret and its source. */
export const secret = (description: string, defaultName = 'the name of the credential') =>
  describe(
    strictMap('Secret', {
      name: describe(
        objectName(),
        `Name of the Secret in the cluster; ${defaultName} when absent.`,
        'controller-manager',
      ).optional(),
      key: describe(
        dataKey(),
        'Key inside the Secret. ARC reads fixed keys, so this only confirms the one it reads.',
        'github_token',
      ).optional(),
      from: secretOrigin().optional(),
    }),
    description,
  );
