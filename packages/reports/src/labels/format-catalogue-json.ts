import type { Catalogue } from './catalogue.ts';
import { type CatalogueRow, toRows } from './catalogue-rows.ts';

/** The catalogue for scripts; a change that removes or redefines a key raises `version`. */
export function formatCatalogueJson(catalogues: readonly Catalogue[]): string {
  const document = {
    version: 1,
    fleet: catalogues[0]?.fleet ?? null,
    environments: catalogues.map((catalogue) => ({
      name: catalogue.environment,
      runners: toRows(catalogue).map(toRunner),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toRunner({ entry, suggestion }: CatalogueRow): object {
  const { pool, scope, group, labels, implied, runners, ephemeral, docker } = entry;
  return {
    pool,
    scope: { name: scope.name, ...scope.target },
    runnerGroup: group ?? null,
    labels,
    impliedLabels: implied,
    runsOn: { group: suggestion.group ?? null, labels: suggestion.labels },
    sharedWith: suggestion.sharedWith,
    minRunners: runners.min,
    maxRunners: runners.max,
    ephemeral,
    docker,
  };
}
