import { parseImageReference } from '@fleetc/notation';

/** What an official runner image has inside: no dockerd, one, or one that needs no root. */
export type RunnerVariant = 'plain' | 'inRunner' | 'rootless';

/**
 * The variant of an official runner image, wherever it is pulled from; `undefined` for every other image, the runner of
 * scale sets included, which has the same last name.
 */
export function officialVariant(text: string): RunnerVariant | undefined {
  const repository = parseImageReference(text)?.repository ?? '';
  const official =
    /(?:^|\/)(?:summerwind|actions-runner-controller)\/actions-runner(-dind)?(-rootless)?$/;
  const match = official.exec(repository);
  if (!match) return undefined;
  if (match[2]) return 'rootless';
  return match[1] ? 'inRunner' : 'plain';
}
