import type { Bundle } from '@fleetc/core';

/** The cluster of an environment, where it is another than that of Flux. */
export function kubeConfigOf({ destination: { kubeconfigSecret: name } }: Bundle): {
  readonly kubeConfig?: { readonly secretRef: { readonly name: string } };
} {
  return name === undefined ? {} : { kubeConfig: { secretRef: { name } } };
}
