import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Output } from '@fleetc/core';
import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { defaultPathMisfits } from '@fleetc/output';
import type { CompiledInput } from '../load-fleet.ts';
import { toDisplayPath } from '../input/display-path.ts';
import type { ChosenOutput } from './choose-outputs.ts';

/** A finding for each output whose path in the repository is the default though the fleet file is not at the root of its work tree. */
export function warnOfRepositoryPaths(
  chosen: readonly ChosenOutput[],
  { compilation: { outputs, environments }, folder }: CompiledInput,
): Diagnostic[] {
  const root = findWorkTree(folder);
  const fleet = environments[0]?.fleet;
  if (root === undefined || root === folder || !fleet) return [];
  return chosen.flatMap(({ output, isDeclared }) => {
    const place = pathOfGit(output);
    const index = outputs.indexOf(output);
    if (!place || !isDeclared) return [];
    if (fleet.origin(['outputs', index, ...place]).layer !== 'default') return [];
    const path = toDisplayPath(join(folder, output.dir), root);
    const params = { key: place.join('.'), index, dir: output.dir, path };
    return [createDiagnostic(defaultPathMisfits, params)];
  });
}

function pathOfGit(output: Output): readonly string[] | undefined {
  if (output.target === 'argocd') return ['repo', 'path'];
  const isGit = output.target === 'flux' && output.source.kind === 'git';
  return isGit ? ['source', 'git', 'path'] : undefined;
}

function findWorkTree(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : findWorkTree(above);
}
