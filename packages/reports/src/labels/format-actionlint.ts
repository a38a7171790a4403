import { formatYaml } from '@fleetc/kubernetes';
import type { Catalogue } from './catalogue.ts';

/** The part of an `actionlint.yaml` that makes the labels of all environments known, without those that it knows anyway. */
export function formatActionlint(catalogues: readonly Catalogue[]): string {
  const declared = catalogues.flatMap(({ entries }) => entries.flatMap(({ labels }) => labels));
  const labels = new Map<string, string>();
  for (const label of declared.sort()) {
    const key = label.toLowerCase();
    if (!preset.has(key) && !labels.has(key)) labels.set(key, escapePattern(label));
  }
  return formatYaml({ 'self-hosted-runner': { labels: [...labels.values()].sort() } });
}

const preset: ReadonlySet<string> = new Set([
  'self-hosted',
  'linux',
  'macos',
  'windows',
  'x64',
  'arm',
  'arm64',
]);

// actionlint reads each entry as a pattern of Go's path.Match.
function escapePattern(label: string): string {
  return label.replace(/[\\*?[]/g, String.raw`\$&`);
}
