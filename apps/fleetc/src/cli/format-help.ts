import { commands } from '../tables/commands.ts';
import { globalOptions } from '../tables/options.ts';
import type { CommandSpec, Example, OptionSpec } from './command-spec.ts';
import { wrap } from './wrap.ts';

const tagline =
  'fleetc compiles one fleet.yaml into everything a Kubernetes cluster needs to run self-hosted ' +
  'GitHub Actions runners.';

/** Help of the whole tool; no line is wider than `width`. */
export function formatOverview(width: number): string {
  return joinSections([
    wrap(tagline, width),
    section('Usage', ['  fleetc COMMAND [OPTIONS]']),
    section('Commands', formatRows(commands.map(toCommandRow), width)),
    section('Options', formatRows(globalOptions.map(toOptionRow), width)),
    section('Examples', formatExamples(overviewExamples, width)),
    ['Run "fleetc help COMMAND" for the options of a command.'],
  ]);
}

/** Help of one command; examples stand before the options, because most readers want to copy one. */
export function formatCommandHelp(command: CommandSpec, width: number): string {
  return joinSections([
    wrap(`${command.summary}.`, width),
    section('Usage', [`  ${formatUsage(command)}`]),
    section('Examples', formatExamples(command.examples, width)),
    section('Options', formatRows(visibleOptions(command).map(toOptionRow), width)),
    ...command.details.map((paragraph) => wrap(paragraph, width)),
  ]);
}

/** The usage line, such as `fleetc build [FILE|DIR] [OPTIONS]`. */
export function formatUsage(command: CommandSpec): string {
  return ['fleetc', command.name, command.operands, '[OPTIONS]'].filter(Boolean).join(' ');
}

/** Options that people are told about, those of every command last. */
export function visibleOptions(command: CommandSpec): readonly OptionSpec[] {
  return [...command.options, ...globalOptions].filter((option) => option.hidden !== true);
}

/** An option as it is typed, such as `-o, --out DIR`. */
export function formatOption({ name, short, value }: OptionSpec): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

/** What an option does, with its values where they are few. */
export function describeOption({ summary, choices }: OptionSpec): string {
  return choices ? `${summary} (${choices.join(', ')})` : summary;
}

const overviewExamples: readonly Example[] = [
  { line: 'fleetc init', purpose: 'start with a small fleet.yaml' },
  { line: 'fleetc check', purpose: 'report every problem of it' },
  { line: 'fleetc build', purpose: 'write Helm values and manifests to build/' },
];

type Row = readonly [string, string];

function toCommandRow({ name, summary }: CommandSpec): Row {
  return [name, summary];
}

function toOptionRow(option: OptionSpec): Row {
  const indent = option.short === undefined ? '    ' : '';
  return [indent + formatOption(option), describeOption(option)];
}

function formatRows(rows: readonly Row[], width: number): string[] {
  const column = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) => {
    const [first, ...rest] = wrap(right, width - column);
    return [`  ${left}`.padEnd(column) + first, ...rest.map((line) => ' '.repeat(column) + line)];
  });
}

function formatExamples(examples: readonly Example[], width: number): string[] {
  return examples.flatMap(({ line, purpose }) => [
    `  ${line}`,
    ...wrap(purpose, width - 6).map((text) => `      ${text}`),
  ]);
}

function section(title: string, lines: readonly string[]): string[] {
  return [`${title}:`, ...lines];
}

function joinSections(sections: readonly (readonly string[])[]): string {
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
