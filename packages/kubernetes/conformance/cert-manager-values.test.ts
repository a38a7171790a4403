import { Ajv } from 'ajv';
import { needsUpstream, readUpstream } from '@fleetc/testing';
import { expect, it } from 'vitest';
import { loadValuesValidator } from '../src/validate-values.ts';
import type { JsonSchema } from '../test/json-schema.ts';
import { schemaPlaces } from '../test/schema-paths.ts';
import { openPaths } from '../test/schemas.ts';
import { agreeOnAnything, agreeOnEachField } from './agreement.ts';
import { chartKeys } from './chart-keys.ts';
import { pathDifference } from './path-difference.ts';

const id = 'cert-manager-values';

function readTheirs() {
  const file = readUpstream('cert-manager/values.schema.json') as JsonSchema & {
    $defs: Record<string, JsonSchema>;
  };
  const accepts = new Ajv({ strict: false, allErrors: true }).compile(file);
  const follow = (base: string, schema: JsonSchema) => ({
    base,
    schema: schema.$ref ? file.$defs[schema.$ref.replace('#/$defs/', '')]! : schema,
  });
  return { accepts, paths: schemaPlaces('', file, follow).map(({ path }) => path) };
}

// The schema of the chart takes any object here; these are the keys that its templates read.
const probe = [
  'failureThreshold',
  'initialDelaySeconds',
  'periodSeconds',
  'successThreshold',
  'timeoutSeconds',
];
const closedHere = [
  ...['enabled', ...probe].map((key) => `livenessProbe.${key}`),
  ...probe.map((key) => `webhook.livenessProbe.${key}`),
  ...probe.map((key) => `webhook.readinessProbe.${key}`),
  'webhook.url.host',
];

it('has the keys of the chart, and no others but for those listed', (context) => {
  needsUpstream(context);
  const theirs = readTheirs().paths;
  expect(pathDifference(theirs, openPaths(id))).toEqual([]);
  expect(pathDifference(chartKeys(id), theirs).sort()).toEqual(closedHere.toSorted());
});

it('accepts the default values of the chart', async (context) => {
  needsUpstream(context);
  const validate = await loadValuesValidator('cert-manager');
  expect(validate(readUpstream('cert-manager/values.yaml'))).toEqual([]);
});

it('accepts no values that the schema of the chart refuses, with each key in turn', async (context) => {
  needsUpstream(context);
  const validate = await loadValuesValidator('cert-manager');
  agreeOnEachField({ id, validate, accepts: readTheirs().accepts });
});

it('accepts no values that the schema of the chart refuses, whatever stands together', async (context) => {
  needsUpstream(context);
  const validate = await loadValuesValidator('cert-manager');
  agreeOnAnything({ id, validate, accepts: readTheirs().accepts });
});
