import { readFileSync } from 'node:fs';

interface CustomManager {
  readonly customType: string;
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
  readonly depNameTemplate: string;
  readonly datasourceTemplate: string;
  readonly versioningTemplate?: string;
  readonly registryUrlTemplate?: string;
}

export interface Preset {
  readonly customManagers: readonly CustomManager[];
  readonly packageRules: readonly Readonly<Record<string, unknown>>[];
}

/** The preset that users extend. */
export const preset = JSON.parse(
  readFileSync(new URL('../../../../schemas/renovate-preset.json', import.meta.url), 'utf8'),
) as Preset;

/** One dependency as Renovate would extract it, in one line: datasource, name, value and digest. */
export function extract(file: string, text: string): string[] {
  const managers = preset.customManagers.filter(({ managerFilePatterns }) =>
    managerFilePatterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(file)),
  );
  return managers.flatMap((manager) => extractBy(manager, text)).sort();
}

function extractBy(manager: CustomManager, text: string): string[] {
  return manager.matchStrings
    .flatMap((expression) => [...text.matchAll(new RegExp(expression, 'g'))])
    .map(({ groups = {} }) => {
      const { currentValue, currentDigest } = groups;
      const name = renderName(manager.depNameTemplate, groups);
      const digest = currentDigest === undefined ? '' : ` ${currentDigest}`;
      return `${manager.datasourceTemplate} ${name} ${currentValue}${digest}`;
    });
}

/** The one helper of Renovate's templates that the preset uses. */
function renderName(template: string, groups: Readonly<Record<string, string>>): string {
  const [, find, replacement, name] =
    /^\{\{\{replace '([^']*)' '([^']*)' (\w+)\}\}\}$/.exec(template) ?? [];
  if (find === undefined) return template;
  return groups[name!]!.replace(new RegExp(find, 'g'), replacement!);
}
