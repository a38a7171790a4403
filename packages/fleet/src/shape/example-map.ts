import type { Path } from '@fleetc/diagnostics';
import type { z } from 'zod';
import { isPlain, type Plain } from '../resolve/plain.ts';
import { definitionOf, schemasAt } from './schemas-at.ts';

/** What the schema shows for the map at `path`, in one line: `repo: { url: https://… }`; nothing where it shows none. */
export function exampleMap(schema: z.ZodType, path: Path, value: unknown): string | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  const examples = schemasAt(schema, path, value).map(exampleOf);
  const found = examples.find((example) => example !== undefined);
  return found && `${key}: ${formatFlow(found)}`;
}

function exampleOf(schema: z.ZodType): Plain | undefined {
  const own = firstExample(schema);
  return isPlain(own) ? own : fromRequiredKeys(schema);
}

function fromRequiredKeys(schema: z.ZodType): Plain | undefined {
  const keys = Object.entries(definitionOf(schema).shape ?? {});
  const required = keys.filter(([, child]) => definitionOf(child).type !== 'optional');
  const parts = required.map(([key, child]) => [key, firstExample(child)] as const);
  const isWhole = parts.length > 0 && parts.every(([, example]) => example !== undefined);
  return isWhole ? Object.fromEntries(parts) : undefined;
}

function firstExample(schema: z.ZodType): unknown {
  const { examples } = (schema.meta() ?? {}) as { readonly examples?: readonly unknown[] };
  return examples?.[0];
}

function formatFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatFlow).join(', ')}]`;
  if (isPlain(value)) {
    const entries = Object.entries(value).map(([key, child]) => `${key}: ${formatFlow(child)}`);
    return `{ ${entries.join(', ')} }`;
  }
  const isPlainText = /^[A-Za-z](?:[\w./@-]|:(?=\/))*$/.test(String(value));
  return isPlainText ? String(value) : JSON.stringify(value);
}
