import { createLineIndex, formatPath, type Path } from '@fleetc/diagnostics';
import type { Compilation } from '@fleetc/core';
import type { Fleet, Json, Redact } from '@fleetc/fleet';
import { toPatched } from '../names/environment-path.ts';
import { formatInline } from '../schema/describe-field.ts';

const longest = 24;

/**
 * What is in effect at a path of the file, and which layer gave each part, as Markdown: once for all environments that
 * agree. Empty where the compiler got no fleet out of the file, or none with such a value.
 */
export function describeEffective(compilation: Compilation, written: Path): string {
  const { path, environment } = toPatched(beforeList(written));
  const byText = new Map<string, string[]>();
  for (const { name, fleet } of compilation.environments) {
    if (environment !== undefined && environment !== name) continue;
    const text = describeIn(fleet, path, compilation);
    if (text !== undefined) byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  const sections = [...byText].map(([text, names]) => {
    const where = compilation.hasEnvironments ? ` in ${names.join(', ')}` : '';
    return `In effect${where}:\n\n\`\`\`yaml\n${text}\n\`\`\``;
  });
  return sections.join('\n\n');
}

// Layers replace a list as a whole, so its items are not looked at one by one.
function beforeList(path: Path): Path {
  const index = path.findIndex((step) => typeof step === 'number');
  return index < 0 ? path : path.slice(0, index);
}

function describeIn(fleet: Fleet, path: Path, compilation: Compilation): string | undefined {
  const value = valueAt(fleet.effective, path);
  if (value === undefined || path.length === 0) return undefined;
  const lines = createLineIndex(compilation.source.text);
  const leaves = listLeaves(value, path, compilation.redact);
  const shown = leaves.slice(0, longest).map(({ at, text }) => {
    const { layer, span } = fleet.origin(at);
    const line = lines.position(span.start).line;
    const origin = layer === 'default' ? 'built-in default' : `${layer}, line ${line}`;
    const name = formatPath(at.slice(at.length > path.length ? path.length : -1));
    return `${name}: ${text} # ${origin}`;
  });
  const rest = leaves.length - shown.length;
  return [...shown, ...(rest > 0 ? [`# and ${rest} more`] : [])].join('\n');
}

interface Leaf {
  readonly at: Path;
  readonly text: string;
}

function listLeaves(value: Json, at: Path, redact: Redact): Leaf[] {
  const entries = isMap(value) ? Object.entries(value) : [];
  if (entries.length === 0) return [{ at, text: formatInline(redactStrings(value, redact)) }];
  return entries.flatMap(([key, child]) => listLeaves(child!, [...at, key], redact));
}

function redactStrings(value: Json, redact: Redact): Json {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactStrings(item, redact));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, redactStrings(item!, redact)]);
  return Object.fromEntries(entries) as Json;
}

function valueAt(value: Json, path: Path): Json | undefined {
  let found: Json | undefined = value;
  for (const step of path) {
    if (found === undefined || !isMap(found) || !Object.hasOwn(found, step)) return undefined;
    found = found[step];
  }
  return found;
}

function isMap(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
