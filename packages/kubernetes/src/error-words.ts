import { nearest } from '@fleetc/diagnostics';
import type { SchemaError } from './schema-error.ts';
import type { Violation } from './violation.ts';

/** A violation whose path is relative to the place of the error. */
export type RelativeViolation = Omit<Violation, 'path'> & { readonly step?: string | number };

/** Tells an error of the schema in plain words; `undefined` for one that only repeats others. */
export function errorWords(error: SchemaError): RelativeViolation | undefined {
  switch (error.keyword) {
    case 'if':
      return undefined;
    case 'closed':
      return unknownField(error.params.unknown, error.params.known);
    case 'required':
      return { kind: 'missing-field', step: error.params.missingProperty, message: 'is required' };
    case 'type':
      return { kind: 'wrong-type', message: `must be ${typeWords(error.params.type)}` };
    case 'match':
      return { kind: 'bad-format', message: error.params.words };
    case 'keys':
      return {
        kind: 'bad-format',
        step: error.params.key,
        message: `as a name, ${error.params.words}`,
      };
    default:
      return notAllowed(error);
  }
}

type Refusal = Exclude<
  SchemaError,
  { keyword: 'if' | 'closed' | 'required' | 'type' | 'match' | 'keys' }
>;

function notAllowed(error: Refusal): RelativeViolation {
  const kind = 'not-allowed';
  switch (error.keyword) {
    case 'choice':
      return { kind, ...choiceWords(error.params) };
    case 'forbidden':
      return { kind, message: error.params.words };
    case 'exactlyOne':
      return { kind, message: `must have exactly one of ${joined(error.params.names, 'and')}` };
    case 'apart':
      return { kind, message: `must not have both ${joined(error.params.names, 'and')}` };
    case 'uniqueBy': {
      const { index, names } = error.params;
      return {
        kind,
        step: index,
        message: `must not repeat the ${joined(names, 'and')} of an earlier item`,
      };
    }
    default:
      return { kind, message: limitWords[error.keyword](error.params.limit) };
  }
}

function unknownField(name: string, known: ReadonlySet<string>): RelativeViolation {
  const suggestion = nearest(name, known);
  return {
    kind: 'unknown-field',
    step: name,
    message: 'is not a known field',
    ...(suggestion !== undefined && { suggestion }),
  };
}

function choiceWords({ allowed, words }: { allowed: readonly unknown[]; words: string | null }) {
  const suggestion = allowed.map((value) => (value === '' ? '""' : String(value))).join(', ');
  const only = allowed.length === 1;
  return {
    message: words ?? (only ? `must be ${suggestion}` : 'is not one of the allowed values'),
    suggestion,
  };
}

const limitWords = {
  minimum: (limit: number) => `must be at least ${limit}`,
  maximum: (limit: number) => `must be at most ${limit}`,
  minItems: (limit: number) => `must have at least ${counted(limit, 'item')}`,
  maxItems: (limit: number) => `must have at most ${counted(limit, 'item')}`,
  minLength: (limit: number) => `must have at least ${counted(limit, 'character')}`,
  maxLength: (limit: number) => `must have at most ${counted(limit, 'character')}`,
};

function typeWords(type: string | readonly string[]): string {
  const types = typeof type === 'string' ? [type] : type;
  const words = types.map((name) => (/^[aio]/.test(name) ? `an ${name}` : `a ${name}`));
  return joined(words, 'or');
}

function joined(names: readonly string[], last: 'and' | 'or'): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)!}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
