import { needsUpstream, readCrdFile } from '@fleetc/testing';
import { it } from 'vitest';
import { loadObjectValidator } from '../src/validate-object.ts';
import { agreeOnAnything, agreeOnEachField, type Sides } from './agreement.ts';
import { schemas } from '../test/schemas.ts';

const argocd = 'argoproj.io/v1alpha1';
const source = 'source.toolkit.fluxcd.io/v1';

/** The kinds of Argo CD and Flux: their schema here, and the file of their CRD. */
const kinds = [
  { id: 'argocd-application', apiVersion: argocd, file: 'argo-cd/crds/application-crd.yaml' },
  {
    id: 'argocd-application-set',
    apiVersion: argocd,
    file: 'argo-cd/crds/applicationset-crd.yaml',
  },
  { id: 'argocd-app-project', apiVersion: argocd, file: 'argo-cd/crds/appproject-crd.yaml' },
  {
    id: 'flux-git-repository',
    apiVersion: source,
    file: 'flux/crds/source.toolkit.fluxcd.io_gitrepositories.yaml',
  },
  {
    id: 'flux-oci-repository',
    apiVersion: source,
    file: 'flux/crds/source.toolkit.fluxcd.io_ocirepositories.yaml',
  },
  {
    id: 'flux-helm-repository',
    apiVersion: source,
    file: 'flux/crds/source.toolkit.fluxcd.io_helmrepositories.yaml',
  },
  {
    id: 'flux-helm-release',
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    file: 'flux/crds/helm.toolkit.fluxcd.io_helmreleases.yaml',
  },
  {
    id: 'flux-kustomization',
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    file: 'flux/crds/kustomize.toolkit.fluxcd.io_kustomizations.yaml',
  },
] as const;

async function sidesOf({ id, apiVersion, file }: (typeof kinds)[number]): Promise<Sides> {
  const kind = kindOf(id);
  const validate = await loadObjectValidator(apiVersion, kind);
  return { id, validate, accepts: readCrdFile(file).accepts };
}

function kindOf(id: string): string {
  return String(schemas.get(id)!.properties!['kind']!.const);
}

for (const kind of kinds) {
  it(`accepts no ${kindOf(kind.id)} that its CRD refuses, with each field in turn`, async (context) => {
    needsUpstream(context);
    agreeOnEachField(await sidesOf(kind));
  });

  it(`accepts no ${kindOf(kind.id)} that its CRD refuses, whatever stands together`, async (context) => {
    needsUpstream(context);
    agreeOnAnything(await sidesOf(kind));
  });
}
