import { parseImageReference } from '@fleetc/notation';
import type { Answer } from '../src/registry-client.ts';
import { createRegistryClient } from '../src/registry-client.ts';
import type { RegistryOptions } from '../src/registry-options.ts';
import { parseDockerLogins } from '../src/docker-logins.ts';

/** Asks for one image with a client of its own; plain HTTP for the host of the image unless options say otherwise. */
export async function resolve(
  reference: string,
  options: Partial<RegistryOptions> = {},
  known?: string,
): Promise<Answer> {
  const image = parseImageReference(reference)!;
  const client = createRegistryClient({
    logins: parseDockerLogins('{}')!,
    environment: {},
    plainHttp: new Set([image.registry]),
    timeoutSeconds: 5,
    concurrency: 4,
    wait: async () => {},
    ...options,
  });
  try {
    return await client.resolve({ image, ...(known !== undefined && { known }) });
  } finally {
    await client.close();
  }
}

/** Logins of one user for some registries. */
export function loginsFor(...registries: readonly string[]) {
  const auth = Buffer.from('robot:pa:ss').toString('base64');
  const auths = Object.fromEntries(registries.map((registry) => [registry, { auth }]));
  return parseDockerLogins(JSON.stringify({ auths }))!;
}

/** The reason of a failure, with ports left out, and its kind. */
export function failureOf(answer: Answer): { kind: string; reason: string } {
  if (!('failure' in answer)) throw new Error('no failure');
  const { kind, reason } = answer.failure;
  return { kind, reason: reason.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST') };
}
