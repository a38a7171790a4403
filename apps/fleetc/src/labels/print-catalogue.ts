import type { Compilation } from '@fleetc/core';
import {
  formatActionlint,
  formatCatalogueJson,
  formatCatalogueMarkdown,
  formatCatalogueTable,
  listRunners,
} from '@fleetc/reports';
import type { LabelOptions } from './read-options.ts';

/** What workflow authors can ask for, in the form that is asked for. */
export function printCatalogue(
  { environments, hasEnvironments }: Compilation,
  { format, repository }: LabelOptions,
): string {
  const catalogues = environments.map(({ fleet }) => listRunners(fleet, repository));
  switch (format) {
    case 'table':
      return formatCatalogueTable(catalogues, hasEnvironments);
    case 'markdown':
      return formatCatalogueMarkdown(catalogues, hasEnvironments);
    case 'json':
      return formatCatalogueJson(catalogues);
    case 'actionlint':
      return formatActionlint(catalogues);
  }
}
