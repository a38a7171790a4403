import { needsUpstream, readCrdFile } from '@fleetc/testing';
import { it } from 'vitest';
import { loadObjectValidator } from '../src/validate-object.ts';
import { agreeOnAnything, agreeOnEachField, type Sides } from './agreement.ts';

const kinds = [
  {
    id: 'external-secret',
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    file: 'external-secrets/crds/external-secrets.io_externalsecrets.yaml',
  },
  {
    id: 'sealed-secret',
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    file: 'sealed-secrets/crds/bitnami.com_sealedsecrets.yaml',
  },
] as const;

async function sidesOf({ id, apiVersion, kind, file }: (typeof kinds)[number]): Promise<Sides> {
  const validate = await loadObjectValidator(apiVersion, kind);
  return { id, validate, accepts: readCrdFile(file).accepts };
}

for (const kind of kinds) {
  it(`accepts no ${kind.kind} that its CRD refuses, with each field in turn`, async (context) => {
    needsUpstream(context);
    agreeOnEachField(await sidesOf(kind));
  });

  it(`accepts no ${kind.kind} that its CRD refuses, whatever stands together`, async (context) => {
    needsUpstream(context);
    agreeOnAnything(await sidesOf(kind));
  });
}
