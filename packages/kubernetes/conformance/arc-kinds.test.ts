import { needsUpstream, readCrd } from '@fleetc/testing';
import { it } from 'vitest';
import { loadObjectValidator } from '../src/validate-object.ts';
import { agreeOnAnything, agreeOnEachField, type Sides } from './agreement.ts';
import { arcKinds } from './arc-kinds.ts';

async function sidesOf({ kind, id, plural }: (typeof arcKinds)[number]): Promise<Sides> {
  const validate = await loadObjectValidator('actions.summerwind.dev/v1alpha1', kind);
  return { id, validate, accepts: readCrd(plural).accepts };
}

for (const arcKind of arcKinds) {
  it(`accepts no ${arcKind.kind} that its CRD refuses, with each field in turn`, async (context) => {
    needsUpstream(context);
    agreeOnEachField(await sidesOf(arcKind));
  });

  it(`accepts no ${arcKind.kind} that its CRD refuses, whatever stands together`, async (context) => {
    needsUpstream(context);
    agreeOnAnything(await sidesOf(arcKind));
  });
}
