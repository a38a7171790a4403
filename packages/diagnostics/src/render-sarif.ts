import type { Diagnostic } from './diagnostic.ts';
import { fingerprint } from './fingerprint.ts';
import { createLineIndexes, type LineIndex } from './line-index.ts';
import type { RenderHost } from './render-host.ts';
import { isAbsolute, toRepositoryPath } from './repository-path.ts';
import { sarifLevels, toSarifRules } from './sarif-rules.ts';
import { formatPath, type Label, type Span } from './span.ts';

/** SARIF 2.1.0, for code scanning and editors; its rule table holds the rules that were broken. */
export function renderSarif(diagnostics: readonly Diagnostic[], host: RenderHost): string {
  const rules = toSarifRules(diagnostics, host.rules);
  const ruleIndexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const toLocation = createLocator(host);
  const [fallback] = host.texts.keys();
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'fleetc', semanticVersion: host.toolVersion, rules } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: ruleIndexes.get(diagnostic.code)!,
          ...toResult(diagnostic, toLocation, fallback),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

type Locator = (span: Span) => object;

function toResult(diagnostic: Diagnostic, toLocation: Locator, fallback?: string): object {
  const { severity, primary, related, path } = diagnostic;
  // Code scanning refuses a whole upload for one result without a place, so the top of the file stands in.
  const span = primary?.span ?? (fallback !== undefined && { file: fallback, start: 0, end: 0 });
  const logicalLocations = path && [{ fullyQualifiedName: formatPath(path) }];
  return {
    level: sarifLevels[severity],
    message: { text: toText(diagnostic) },
    locations: span
      ? [{ physicalLocation: toLocation(span), ...(path && { logicalLocations }) }]
      : [],
    relatedLocations: related.map((label, id) => toRelated(label, id, toLocation)),
    partialFingerprints: { 'fleetcFinding/v1': fingerprint(diagnostic) },
  };
}

function toText({ message, why, fix }: Diagnostic): string {
  return [message, why && `why: ${why}`, fix && `fix: ${fix}`].filter(Boolean).join('\n');
}

function toRelated({ span, text }: Label, id: number, toLocation: Locator): object {
  return { id, physicalLocation: toLocation(span), ...(text && { message: { text } }) };
}

function createLocator(host: RenderHost): Locator {
  const lines = createLineIndexes(host.texts);
  return (span) => {
    const index = lines(span.file);
    const artifactLocation = toArtifact(toRepositoryPath(span.file, host.rootPrefix));
    return { artifactLocation, ...(index && { region: toRegion(span, index) }) };
  };
}

function toArtifact(file: string): object {
  const uri = file
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (isAbsolute(file)) return { uri: `file://${uri.startsWith('/') ? '' : '/'}${uri}` };
  return { uri, uriBaseId: '%SRCROOT%' };
}

function toRegion({ start, end }: Span, index: LineIndex): object {
  const from = index.position(start);
  const to = index.position(Math.max(start, end));
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}
