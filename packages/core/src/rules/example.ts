import { exampleFleet } from '@fleetc/fleet';

const direct = 'registry: { direct: [docker.io, quay.io] }';

/** A whole fleet.yaml with one pool of these fields, about which there is nothing else to say. */
export function examplePool(fields: string): string {
  return exampleFleet(`${direct}
pools:
  ci:
    resources: { requests: { cpu: 500m, memory: 1Gi } }
    ${fields}`);
}

/** A whole fleet.yaml whose controller has these fields. */
export function exampleController(fields: string): string {
  return exampleFleet(`${direct}\ncontroller:\n  ${fields}`);
}

/** A whole fleet.yaml with these raw values for the controller's chart. */
export function exampleValues(values: string): string {
  return exampleController(`chart: { values: { ${values} } }`);
}

/** A text with the form of ciphertext of Sealed Secrets, of a key of 2048 bits, and as long as that of a token. */
export const exampleCiphertext = `AQA${'A'.repeat(417)}`;
