import type { FluxKustomization } from '@fleetc/kubernetes';
import { agentLabels } from '../gitops/names.ts';
import type { Part } from '../gitops/parts.ts';
import type { Environment, FluxOptions, Unit } from './environment.ts';
import { kubeConfigOf } from './kube-config.ts';
import { inSource, sourceReference } from './source.ts';

const apiVersion = 'kustomize.toolkit.fluxcd.io/v1';

/** Time after which something that failed is tried again. */
export const retryInterval = '2m';

/** The Kustomization of one unit: it is ready when all that it applied is. */
export function createKustomization(
  environment: Environment,
  unit: Unit,
  options: FluxOptions,
): FluxKustomization {
  const { part, name, content, needs } = unit;
  const { namespace, interval, source } = options.output;
  return {
    apiVersion,
    kind: 'Kustomization',
    metadata: { name, namespace, labels: agentLabels(environment.bundle, options) },
    spec: {
      interval,
      retryInterval,
      timeout: part.type === 'release' ? '15m' : '5m',
      sourceRef: sourceReference(environment, options.output),
      path: inSource(source, content),
      wait: true,
      ...pruning(part, options),
      ...(needs.length > 0 && { dependsOn: needs.map((need) => ({ name: need })) }),
      // A HelmRelease is applied beside Flux, and goes to the other cluster itself.
      ...(part.type === 'objects' && kubeConfigOf(environment.bundle)),
      ...decryption(part, options),
    },
  };
}

/**
 * The Kustomization over all others of an environment, and over itself. Deleting it deletes nothing, because its
 * Kustomizations would go all at once, and the controller before the runners that it has to sign off.
 */
export function createRootKustomization(
  environment: Environment,
  options: FluxOptions,
): FluxKustomization {
  const { bundle, root: name, folder } = environment;
  const { namespace, interval, prune, source } = options.output;
  return {
    apiVersion,
    kind: 'Kustomization',
    metadata: { name, namespace, labels: agentLabels(bundle, options) },
    spec: {
      interval,
      retryInterval,
      sourceRef: sourceReference(environment, options.output),
      path: inSource(source, folder),
      prune,
      deletionPolicy: 'Orphan',
    },
  };
}

// A namespace goes with all that is in it, and only people know what that is.
function pruning(
  { step }: Part,
  { output }: FluxOptions,
): Pick<FluxKustomization['spec'], 'prune' | 'deletionPolicy'> {
  const prune = output.prune && step !== 'namespaces';
  return prune ? { prune, deletionPolicy: 'WaitForTermination' } : { prune };
}

function decryption(
  part: Part,
  { output: { decryptionSecret } }: FluxOptions,
): Pick<FluxKustomization['spec'], 'decryption'> {
  if (part.type === 'release' || !part.items.some(({ encrypted }) => encrypted)) return {};
  // Without a key Flux would apply the ciphertext.
  if (decryptionSecret === undefined) throw new Error('SOPS Secrets need a decryptionSecret');
  return { decryption: { provider: 'sops', secretRef: { name: decryptionSecret } } };
}
