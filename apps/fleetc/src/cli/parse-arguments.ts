import { parseArgs } from 'node:util';
import { commands } from '../tables/commands.ts';
import { globalOptions } from '../tables/options.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import type { Invocation } from './invocation.ts';
import {
  describeMissingValue,
  describeOperandCount,
  describeUnexpectedValue,
  describeUnknownChoice,
  describeUnknownCommand,
  describeUnknownOption,
} from './usage-message.ts';

/** What a command line asks for; `wrong` carries one sentence without a full stop. */
export type Request =
  | { readonly kind: 'run'; readonly invocation: Invocation }
  | { readonly kind: 'help'; readonly command?: CommandSpec }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string; readonly command?: CommandSpec };

interface OptionToken {
  readonly name: string;
  /** As typed, such as `-o` or `--out`. */
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** Reads the arguments after `fleetc`. Help and version win over every mistake beside them. */
export function parseArguments(args: readonly string[]): Request {
  const { operands, options } = tokenize(args);
  const given = new Set(options.map((option) => option.name));
  const [name, ...rest] = operands;
  const command = commands.find((candidate) => candidate.name === name);
  if (given.has('version')) return { kind: 'version' };
  if (name === undefined) return given.has('help') ? { kind: 'help' } : withoutCommand(options);
  if (!command) return { kind: 'wrong', message: describeUnknownCommand(name, rest) };
  if (given.has('help')) return { kind: 'help', command };
  if (name === 'help' && !given.has('markdown')) return parseHelp(rest);
  return parseCommand(command, rest, options);
}

function withoutCommand(options: readonly OptionToken[]): Request {
  const wrong = options.map((option) => findMistake(option, undefined)).find(Boolean);
  return wrong === undefined ? { kind: 'help' } : { kind: 'wrong', message: wrong };
}

function parseHelp([topic]: readonly string[]): Request {
  if (topic === undefined) return { kind: 'help' };
  const command = commands.find((candidate) => candidate.name === topic);
  if (command) return { kind: 'help', command };
  return { kind: 'wrong', message: describeUnknownCommand(topic, []) };
}

function parseCommand(
  command: CommandSpec,
  operands: readonly string[],
  options: readonly OptionToken[],
): Request {
  const values = new Map<string, string[]>();
  for (const option of options) {
    const message = findMistake(option, command);
    if (message !== undefined) return { kind: 'wrong', message, command };
    const list = values.get(option.name) ?? [];
    values.set(option.name, option.value === undefined ? list : [...list, option.value]);
  }
  const message = describeOperandCount(command, operands);
  if (message !== undefined) return { kind: 'wrong', message, command };
  return { kind: 'run', invocation: { command, operands, options: values } };
}

function findMistake(option: OptionToken, command: CommandSpec | undefined): string | undefined {
  const known = [...(command?.options ?? []), ...globalOptions];
  const spec = known.find((candidate) => candidate.name === option.name);
  if (!spec) return describeUnknownOption(option.rawName, known, command);
  if (spec.value === undefined) {
    return option.inlineValue ? describeUnexpectedValue(spec) : undefined;
  }
  if (!option.value || looksLikeOption(option)) return describeMissingValue(spec);
  return describeUnknownChoice(spec, option.value);
}

// `--out --check` is a forgotten value; `--out=--check` is meant.
function looksLikeOption({ value, inlineValue }: OptionToken): boolean {
  return inlineValue !== true && value !== undefined && /^-./.test(value);
}

/** Not strict, because the messages of `parseArgs` name neither the command nor what was meant. */
function tokenize(args: readonly string[]) {
  const { tokens } = parseArgs({
    args: [...args],
    options: everyOption(),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return {
    operands: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    options: tokens.flatMap((token): OptionToken[] => (token.kind === 'option' ? [token] : [])),
  };
}

/** One grammar for all commands, so that an option may stand before the command; names mean the same everywhere. */
function everyOption() {
  const specs = [...globalOptions, ...commands.flatMap((command) => command.options)];
  return Object.fromEntries(specs.map((spec) => [spec.name, toParserOption(spec)]));
}

function toParserOption(spec: OptionSpec) {
  return {
    type: spec.value === undefined ? ('boolean' as const) : ('string' as const),
    multiple: true,
    ...(spec.short !== undefined && { short: spec.short }),
  };
}
