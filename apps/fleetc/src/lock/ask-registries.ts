import type { LockedImage, LockedImages } from '@fleetc/core';
import { createDiagnostic, type Diagnostic, sortDiagnostics } from '@fleetc/diagnostics';
import { createRegistryClient, type RegistryFailure, type RegistryOptions } from '@fleetc/oci';
import { registryFailures } from '../rules/registry-failures.ts';
import type { LockPlan } from './plan-lock.ts';

/** What registries say, and why some do not. */
export interface Answers {
  readonly images: LockedImages;
  readonly diagnostics: readonly Diagnostic[];
}

/** Asks for every image of a plan, so that one run tells all that is wrong. */
export async function askRegistries(
  { asked }: LockPlan,
  options: RegistryOptions,
): Promise<Answers> {
  const client = createRegistryClient(options);
  const images = new Map<string, LockedImage>();
  const failures = new Map<string, RegistryFailure>();
  try {
    await Promise.all(
      [...asked].map(async ([name, { wanted, locked }]) => {
        const known = locked && { known: locked.digest };
        const answer = await client.resolve({ image: wanted.ask, ...known });
        if ('failure' in answer) failures.set(name, answer.failure);
        else {
          const platforms = answer.platforms ?? locked?.platforms ?? [];
          images.set(name, { digest: answer.digest, platforms });
        }
      }),
    );
  } finally {
    await client.close();
  }
  return { images, diagnostics: report(failures, asked) };
}

/** One finding for all images that fail alike: the host that does not answer is one mistake. */
function report(
  failures: ReadonlyMap<string, RegistryFailure>,
  asked: LockPlan['asked'],
): Diagnostic[] {
  const groups = new Map<string, string[]>();
  for (const name of [...failures.keys()].sort()) {
    const { kind, reason } = failures.get(name)!;
    const key = `${kind} ${reason}`;
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const diagnostics = [...groups.values()].map((images) => {
    const { kind, reason } = failures.get(images[0]!)!;
    const { place } = asked.get(images[0]!)!.wanted;
    return createDiagnostic(registryFailures[kind], { images: inWords(images), reason }, place);
  });
  return sortDiagnostics(diagnostics);
}

function inWords(images: readonly string[]): string {
  const names = images.map((name) => `"${name}"`).join(', ');
  return images.length === 1 ? names : `${images.length} images (${names})`;
}
