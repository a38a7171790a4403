import { z } from 'zod';

const command = z.strictObject({
  command: z.array(z.string().min(1)).min(1),
  args: z.array(z.string()).optional(),
});

const words = {
  name: z.string().min(1),
  title: z.string().optional(),
  tooltip: z.string().optional(),
};
const common = { ...words, required: z.boolean().optional(), itemType: z.string().optional() };

/** What the user interface is told of a parameter: the default stands in the field of its collection type. */
export const announcementSchema = z.union([
  z.strictObject({
    ...common,
    collectionType: z.literal('string').optional(),
    string: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    collectionType: z.literal('array'),
    array: z.array(z.string()).optional(),
  }),
  z.strictObject({
    ...common,
    collectionType: z.literal('map'),
    map: z.record(z.string(), z.string()).optional(),
  }),
]);

const discover = z.strictObject({
  fileName: z.string().optional(),
  find: z
    .strictObject({
      glob: z.string().optional(),
      command: z.array(z.string()).optional(),
      args: z.array(z.string()).optional(),
    })
    .optional(),
});

const specSchema = z.strictObject({
  version: z.string().optional(),
  init: command.optional(),
  generate: command,
  discover: discover.optional(),
  parameters: z
    .strictObject({ static: z.array(announcementSchema).optional(), dynamic: command.optional() })
    .optional(),
  preserveFileMode: z.boolean().optional(),
  provideGitCreds: z.boolean().optional(),
});

/** Every key that Argo CD knows in a plugin.yaml, and no other. */
export const pluginSchema = z.strictObject({
  apiVersion: z.literal('argoproj.io/v1alpha1'),
  kind: z.literal('ConfigManagementPlugin'),
  metadata: z.strictObject({ name: z.string().regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/) }),
  spec: specSchema,
});
