import { nearest } from '@fleetc/diagnostics';
import { type NewInOverride, newInOverride } from '../rules/references/override-rules.ts';
import { report, type Resolving } from './context.ts';
import { isPlain, type Plain, valueAt } from './plain.ts';

/** Blocks whose entries an override may patch, each with the word for one of them. */
const blocks = {
  credentials: 'credential',
  scopes: 'scope',
  profiles: 'profile',
  pools: 'pool',
} as const;

/** More new names than anybody types are not looked at: a program wrote them, and each is held against all that are known. */
const mostTyped = 200;

/** Reports names in an override that look like a misspelt one of the file: such an entry is a new one without a word. */
export function checkOverrides(resolving: Resolving, environment: string): void {
  const { base, override } = resolving.writing;
  for (const [block, noun] of Object.entries(blocks)) {
    const known = Object.keys(entriesAt(base, block)).sort();
    const isKnown = new Set(known);
    const added = Object.entries(entriesAt(override, block)).filter(([name]) => !isKnown.has(name));
    if (added.length > mostTyped) continue;
    for (const [name, entry] of added) {
      const suggestion = meantName(name, known);
      if (suggestion === undefined) continue;
      const params = { environment, noun, name, suggestion, isRemoved: entry === null };
      reportNew(resolving, params, block);
    }
  }
}

function reportNew(resolving: Resolving, params: NewInOverride, block: string): void {
  const { environment, name, suggestion } = params;
  const span = resolving.writing.document.span([block, suggestion], 'key');
  report(resolving, newInOverride, params, ['environments', environment, 'override', block, name], {
    part: 'key',
    related: [{ span, text: 'did you mean this one?' }],
  });
}

function entriesAt(value: unknown, block: string): Plain {
  const entries = valueAt(value, [block]);
  return isPlain(entries) ? entries : {};
}

// Names that differ by a number alone, such as "build" and "build2", are a series rather than a mistake.
function meantName(name: string, known: readonly string[]): string | undefined {
  const suggestion = nearest(name, known);
  const isSeries = suggestion !== undefined && withoutDigits(suggestion) === withoutDigits(name);
  return isSeries ? undefined : suggestion;
}

function withoutDigits(name: string): string {
  return name.replaceAll(/[0-9]/g, '');
}
