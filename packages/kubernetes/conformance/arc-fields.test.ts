import { needsUpstream, readCrd } from '@fleetc/testing';
import { expect, it } from 'vitest';
import { schemaPlaces } from '../test/schema-paths.ts';
import { openPaths, refusedPaths } from '../test/schemas.ts';
import { arcKinds } from './arc-kinds.ts';
import { pathDifference, printedPath } from './path-difference.ts';

// The CRD leaves the metadata of the object itself to the API server.
const metadata = ['metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations'];

/** Fields of the CRDs that an object of ours never has; topmost only. */
const left = {
  RunnerDeployment: [
    'spec.effectiveTime',
    'spec.template.spec.ephemeralContainers',
    // A claim has no claims: Kubernetes took the field from volumes after 1.28.
    'spec.template.spec.volumes[].ephemeral.volumeClaimTemplate.spec.resources.claims',
    'spec.template.spec.workVolumeClaimTemplate.resources.claims',
    'status',
  ],
  RunnerSet: [
    'spec.effectiveTime',
    'spec.template.spec.ephemeralContainers',
    'spec.template.spec.volumes[].ephemeral.volumeClaimTemplate.spec.resources.claims',
    // Claims get the namespace of their set, and finalizers from the cluster.
    'spec.volumeClaimTemplates[].metadata.finalizers',
    'spec.volumeClaimTemplates[].metadata.namespace',
    'spec.volumeClaimTemplates[].spec.resources.claims',
    'spec.volumeClaimTemplates[].status',
    'spec.workVolumeClaimTemplate.resources.claims',
    'status',
  ],
  HorizontalRunnerAutoscaler: [
    'spec.capacityReservations[].effectiveTime',
    // Without effect since ARC 0.27.
    'spec.scaleUpTriggers[].githubEvent.checkRun',
    'spec.scaleUpTriggers[].githubEvent.pullRequest',
    'spec.scaleUpTriggers[].githubEvent.push',
    'status',
  ],
};

/** Fields that are known in order to be refused with a reason. */
const refused = {
  RunnerDeployment: ['spec.effectiveTime', 'spec.template.spec.ephemeralContainers'],
  RunnerSet: ['spec.effectiveTime', 'spec.template.spec.ephemeralContainers'],
  HorizontalRunnerAutoscaler: [],
};

for (const { kind, id, plural } of arcKinds) {
  it(`has the fields of the CRD of a ${kind}, but for those listed`, (context) => {
    needsUpstream(context);
    const ours = openPaths(id);
    const theirs = schemaPlaces('', readCrd(plural).schema, (base, schema) => ({
      base,
      schema,
    })).map(({ path }) => path);
    expect({
      invented: pathDifference(ours, theirs),
      left: pathDifference(theirs, ours),
      refused: refusedPaths(id).map(printedPath),
    }).toEqual({ invented: metadata, left: left[kind], refused: refused[kind] });
  });
}
