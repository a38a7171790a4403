import fc from 'fast-check';
import { both, named, one, some, under } from './plain.ts';
import { envName, name, objectName, text } from './words.ts';

const key = some(
  { name: objectName, key: fc.constantFrom('token', 'a.b'), optional: fc.boolean() },
  'name',
  'key',
);

const variable = fc.oneof(
  text,
  under('value', text),
  under('secret', key),
  under('configMap', key),
  under(
    'field',
    fc.constantFrom('metadata.name', "metadata.labels['team']", 'spec.nodeName', 'status.hostIP'),
  ),
);

/** Variables of a container. */
export const environment = named(envName, variable);

const object = some({ name: objectName, optional: fc.boolean() }, 'name');

/** Objects of which every key becomes a variable. */
export const environmentSources = named(
  name,
  both(one(under('configMap', object), under('secret', object)), some({ prefix: envName })),
  { max: 2 },
);
