import type { Compilation } from '@fleetc/core';
import { formatYamlStream } from '@fleetc/kubernetes';
import { exitCodes } from '../exit-code.ts';
import { takeSingleEnvironment } from '../single-environment.ts';
import { inWords } from './in-words.ts';
import type { Outcome } from './outcome.ts';

/** Every object as one stream in install order. Releases are no objects; what is left out is said. */
export function printObjects(compilation: Compilation): Outcome {
  const { bundle } = takeSingleEnvironment(compilation);
  const items = bundle?.items ?? [];
  const objects = items.flatMap((item) => (item.type === 'object' ? [item.object] : []));
  const releases = items.flatMap((item) => (item.type === 'release' ? [item.release.name] : []));
  const left = releases.length > 0 ? ` without the Helm releases ${releases.join(', ')}` : '';
  return {
    exitCode: exitCodes.clean,
    diagnostics: [],
    result: formatYamlStream(objects),
    summary: [`printed ${inWords(objects.length, 'object')}${left}`],
  };
}
