import type { Catalogue } from './catalogue.ts';
import { type CatalogueRow, toRows } from './catalogue-rows.ts';
import { printTextTable } from './print-table.ts';
import { formatRunsOn } from './suggest-runs-on.ts';

/** One table for a terminal; the environment is a column only where the fleet has several. */
export function formatCatalogueTable(
  catalogues: readonly Catalogue[],
  hasEnvironments: boolean,
): string {
  const heading = ['SCOPE', 'RUNS-ON', 'LABELS', 'GROUP', 'POOL', 'RUNNERS', 'DOCKER'];
  const rows = catalogues.flatMap((catalogue) =>
    toRows(catalogue).map((row) => [
      ...(hasEnvironments ? [catalogue.environment] : []),
      ...toCells(row),
    ]),
  );
  return printTextTable({ heading: hasEnvironments ? ['ENVIRONMENT', ...heading] : heading, rows });
}

function toCells({ entry, suggestion, allLabels, runners }: CatalogueRow): string[] {
  const { scope, group = '-', pool, docker } = entry;
  return [scope.name, formatRunsOn(suggestion), allLabels.join(' '), group, pool, runners, docker];
}
