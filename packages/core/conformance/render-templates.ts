import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

/** A template with the values that its operator has read. */
export interface RenderJob {
  readonly operator: 'externalSecret' | 'sealedSecret' | 'vaultSecret';
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
}

const folder = join(import.meta.dirname, 'go-templates');

/** Skips a test where there is no Go, or no way to the module with the functions of templates. */
export function needsGo({ skip }: TestContext): void {
  const { status } = spawnSync('go', ['mod', 'download'], { cwd: folder, timeout: 50_000 });
  if (status !== 0)
    skip('Go or its module sprig is not on this machine, so no template is rendered');
}

/** What Go makes of templates, all of them in one run. */
export function renderTemplates(jobs: readonly RenderJob[]): { text: string; error: string }[] {
  const { status, stdout, stderr } = spawnSync('go', ['run', '.'], {
    cwd: folder,
    encoding: 'utf8',
    input: JSON.stringify(jobs),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { text: string; error: string }[];
}
