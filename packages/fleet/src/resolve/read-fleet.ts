import type { Diagnostic, Path } from '@fleetc/diagnostics';
import { entriesHolding } from '../literal-secrets/entries-holding.ts';
import { hideInBrokenText } from '../literal-secrets/hide-in-broken-text.ts';
import { hideSuspicious } from '../literal-secrets/hide-suspicious.ts';
import { maskEscapedSecrets } from '../literal-secrets/mask-escaped.ts';
import { maskSecrets } from '../literal-secrets/mask-secrets.ts';
import { searchSpans, type SpanSearch } from '../literal-secrets/span-search.ts';
import { adviseOnPlaces } from '../literal-secrets/misplaced/advise-on-secret.ts';
import { hideMisplaced } from '../literal-secrets/misplaced/hide-misplaced.ts';
import type { Redact } from '../literal-secrets/suspicious/create-redaction.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { reportAmbiguousValues } from '../parse/ambiguous-values.ts';
import { parseDocument } from '../parse/parse-document.ts';
import type { Document } from '../parse/document.ts';
import { checkFleetShape } from '../shape/check-shape.ts';
import { checkSize } from '../shape/check-size.ts';
import { entryOf } from '../shape/entries.ts';
import type { Source } from '../source.ts';
import { expandFleet } from './expand.ts';
import { isPlain, type Plain, sortedEntries, valueAt } from './plain.ts';

/** One file that was read: of the right shape, in long form, not yet resolved for an environment. */
export interface FleetFile {
  readonly document: Document;
  /** Long form of what the file says, without what had to be taken out. */
  readonly value: Plain;
  /** Entries of which something was taken out; nobody reports on them again. */
  readonly tainted: readonly Path[];
  readonly hasEnvironments: boolean;
  /** In the order of names; `default` alone when the file has no such block. */
  readonly environments: readonly string[];
}

/** What came of reading a file. */
export interface FleetReading {
  /** What may be shown: secrets that stood in the text are overwritten, and so is what only looks like one. */
  readonly source: Source;
  /** Takes values that look like secrets, which `file` still holds, out of a text before somebody sees it. */
  readonly redact: Redact;
  /** Absent when the text is no YAML or no fleet at all. */
  readonly file?: FleetFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a fleet.yaml as far as one can without choosing an environment. */
export async function readFleet(
  raw: Source,
  limits: Limits = defaultLimits,
): Promise<FleetReading> {
  const text = raw.text.replace(/^\uFEFF/, '');
  const plain = maskSecrets({ ...raw, text });
  const escaped = await maskEscapedSecrets(plain.source, limits);
  const { source: compiled } = escaped;
  const masked = [...plain.masked, ...escaped.masked];
  const secrets = [...plain.diagnostics, ...escaped.diagnostics];
  const { value: document, diagnostics: reading } = await parseDocument(compiled, limits);
  const ambiguous = document ? reportAmbiguousValues(document, limits.findings + 1) : [];
  const maskedPlaces = searchSpans(masked);
  const parsing = [...reading, ...ambiguous].filter((later) => !echoes(later, maskedPlaces));
  const excess = document && checkSize(document, limits);
  if (!document || excess) {
    const diagnostics = [...secrets, ...parsing, ...(excess ? [excess] : [])];
    return { ...hideInBrokenText(compiled), diagnostics };
  }
  const { diagnostics: suspicions, ...suspicious } = hideSuspicious(document);
  const shaped = await checkFleetShape(document.value, document.span, limits.findings);
  const misplaced = await hideMisplaced(document, parsing, shaped.diagnostics);
  const source = { ...suspicious.source, text: misplaced.conceal(suspicious.source.text) };
  const redact: Redact = (shown) => misplaced.redact(suspicious.redact(shown));
  const mistakes = parsing.filter(({ severity }) => severity === 'error');
  const seen = searchSpans([...masked, ...mistakes.flatMap(({ primary }) => primary?.span ?? [])]);
  const fresh = shaped.diagnostics.filter(
    (later) => !echoes(later, seen) && !holdsOne(document, later, maskedPlaces),
  );
  const literals = adviseOnPlaces(document, secrets);
  const diagnostics = [...literals, ...parsing, ...suspicions, ...fresh];
  if (shaped.tainted.some((path) => path.length === 0)) return { source, redact, diagnostics };
  const doubtful = mistakes.flatMap(({ path }) => (path ? [entryOf(path)] : []));
  const value = expandFleet(shaped.value) as Plain;
  const named = isPlain(value['environments']) ? sortedEntries(value['environments']) : [];
  const file: FleetFile = {
    document,
    value,
    tainted: [...entriesHolding(document, masked), ...doubtful, ...shaped.tainted],
    hasEnvironments: named.length > 0,
    environments: named.length > 0 ? named.map(([name]) => name) : ['default'],
  };
  return { source, redact, file, diagnostics };
}

// A merge key is an unknown key too, and what overwrites a secret has a wrong form: the place has been reported. A value's
// span holds its quotes, those of a secret and of a key do not.
function echoes({ primary }: Diagnostic, seen: SpanSearch): boolean {
  if (!primary) return false;
  const { start, end } = primary.span;
  return seen.covers({ start: start + 1, end: end - 1 });
}

// The form of a text with a secret in it, such as a login in a URL, is no second mistake.
function holdsOne(document: Document, { primary, path }: Diagnostic, masked: SpanSearch): boolean {
  if (!primary || !path || typeof valueAt(document.value, path) !== 'string') return false;
  return masked.liesIn(primary.span);
}
