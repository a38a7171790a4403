import { readFleet } from '@fleetc/fleet';
import type { Answer, Call } from './call.ts';
import { fleetFile, tryFleetFile } from './fleet-file.ts';

/** A parameter as the user interface of Argo CD shows it; values are texts, whatever they mean. */
export interface Announcement {
  readonly name: string;
  readonly title: string;
  readonly tooltip: string;
  readonly required?: boolean;
  readonly collectionType?: 'array';
  readonly string?: string;
  readonly array?: readonly string[];
}

/** The parameters that depend on the fleet; none where it cannot be read, because `generate` says why. */
export async function announce({ folder }: Call): Promise<Answer> {
  const reading = tryFleetFile(folder);
  const { file } =
    'text' in reading ? await readFleet({ path: fleetFile, text: reading.text }) : {};
  if (!file) return answer([], [`${fleetFile} cannot be read, so that nothing can be offered`]);
  const { pools } = file.value;
  const names = typeof pools === 'object' && pools !== null ? Object.keys(pools).sort() : [];
  return answer([describeEnvironments(file.environments), describePools(names)], []);
}

function answer(announcements: readonly Announcement[], notes: readonly string[]): Answer {
  return { result: `${JSON.stringify(announcements, null, 2)}\n`, notes };
}

function describeEnvironments(names: readonly string[]): Announcement {
  const [only, ...others] = names;
  return {
    name: 'environment',
    title: 'Environment',
    tooltip: `One of: ${names.join(', ')}`,
    required: others.length > 0,
    ...(only !== undefined && others.length === 0 && { string: only }),
  };
}

function describePools(names: readonly string[]): Announcement {
  return {
    name: 'pools',
    title: 'Pools',
    tooltip: `Only these; all of the environment when empty: ${names.join(', ')}`,
    collectionType: 'array',
    array: [],
  };
}
