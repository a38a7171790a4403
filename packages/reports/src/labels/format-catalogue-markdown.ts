import type { Catalogue } from './catalogue.ts';
import { type CatalogueRow, toRows } from './catalogue-rows.ts';
import { escapeMarkdown, printMarkdownTable, toCode } from './print-table.ts';
import { describeTarget } from './scope-reach.ts';
import { formatRunsOn } from './suggest-runs-on.ts';

/** A page for workflow authors, with a table for each scope. */
export function formatCatalogueMarkdown(
  catalogues: readonly Catalogue[],
  hasEnvironments: boolean,
): string {
  const pages = catalogues.map((catalogue) => {
    const rows = toRows(catalogue);
    const scopes = [...new Set(rows.map(({ entry }) => entry.scope.name))];
    const environment = hasEnvironments ? `, ${catalogue.environment}` : '';
    return [
      `# Runners of ${catalogue.fleet}${environment}`,
      rows.length > 0 ? introduction : 'There are no runners.',
      ...scopes.map((name) => formatScope(rows.filter(({ entry }) => entry.scope.name === name))),
    ].join('\n\n');
  });
  return `${pages.join('\n\n')}\n`;
}

const introduction =
  'A job runs on any runner that has all labels of its `runs-on`; letter case does not matter.';

const usable = {
  repository: 'Usable in this repository.',
  organization: 'Usable in the repositories of the organization that the runner group admits.',
  enterprise: 'Usable in the organizations and repositories that the runner group admits.',
} as const;

function formatScope(rows: readonly CatalogueRow[]): string {
  const { target } = rows[0]!.entry.scope;
  const hasGroups = target.level !== 'repository';
  const table = printMarkdownTable({
    heading: [
      '`runs-on`',
      'pool',
      'all labels',
      ...(hasGroups ? ['runner group'] : []),
      'runners',
      'a runner takes',
      'docker',
    ],
    rows: rows.map((row) => toCells(row, hasGroups)),
  });
  const title = `## ${escapeMarkdown(describeTarget(target))}`;
  return [title, usable[target.level], table.trimEnd(), ...rows.flatMap(formatShared)].join('\n\n');
}

function toCells(row: CatalogueRow, hasGroups: boolean): string[] {
  const { group = '', pool, docker } = row.entry;
  return [
    toCode(formatRunsOn(row.suggestion)),
    pool,
    row.allLabels.map(toCode).join(' '),
    ...(hasGroups ? [escapeMarkdown(group)] : []),
    row.runners,
    row.lifetime,
    docker,
  ];
}

function formatShared({ entry, suggestion }: CatalogueRow): string[] {
  const { sharedWith } = suggestion;
  if (sharedWith.length === 0) return [];
  const others = `pool${sharedWith.length > 1 ? 's' : ''} ${sharedWith.join(', ')}`;
  return [`No labels reach pool ${entry.pool} alone: ${others} can take the same jobs.`];
}
