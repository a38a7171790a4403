import type { Compilation } from '@fleetc/core';
import { formatYamlStream } from '@fleetc/kubernetes';
import { exitCodes } from '../exit-code.ts';
import { takeSingleEnvironment } from '../single-environment.ts';
import { inWords } from './in-words.ts';
import type { Outcome } from './outcome.ts';

/**
 * Every object as one stream in install order. Releases are no objects, and a Secret of SOPS is none before somebody
 * decrypts its file; what is left out is said.
 */
export function printObjects(compilation: Compilation): Outcome {
  const { bundle } = takeSingleEnvironment(compilation);
  const items = bundle?.items ?? [];
  const all = items.filter((item) => item.type === 'object');
  const objects = all.filter(({ encrypted }) => !encrypted).map(({ object }) => object);
  const releases = items.flatMap((item) => (item.type === 'release' ? [item.release.name] : []));
  const encrypted = all.length - objects.length;
  const left = [
    ...(releases.length > 0 ? [`the Helm releases ${releases.join(', ')}`] : []),
    ...(encrypted > 0 ? [inWords(encrypted, 'encrypted Secret')] : []),
  ].join(' and ');
  return {
    exitCode: exitCodes.clean,
    diagnostics: [],
    result: formatYamlStream(objects),
    summary: [`printed ${inWords(objects.length, 'object')}${left && ` without ${left}`}`],
  };
}
