import { needsUpstream, readUpstream, templateKeys, valuesPaths } from '@fleetc/testing';
import { expect, it } from 'vitest';
import { loadValuesValidator } from '../src/validate-values.ts';
import { chartKeys } from './chart-keys.ts';
import { pathDifference } from './path-difference.ts';

const id = 'actions-runner-controller-values';
const file = 'actions-runner-controller/values.yaml';

it('has the keys of values.yaml and those that only templates read, and no others', (context) => {
  needsUpstream(context);
  const theirs = valuesPaths(readUpstream(file));
  expect(pathDifference(theirs, chartKeys(id))).toEqual([]);
  expect(pathDifference(chartKeys(id), theirs).sort()).toEqual(templateKeys.toSorted());
});

it('accepts the default values of the chart', async (context) => {
  needsUpstream(context);
  const validate = await loadValuesValidator('actions-runner-controller');
  expect(validate(readUpstream(file))).toEqual([]);
});
