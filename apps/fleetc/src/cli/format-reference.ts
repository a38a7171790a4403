import { commands } from '../tables/commands.ts';
import { globalOptions } from '../tables/options.ts';
import type { CommandSpec, Example, OptionSpec } from './command-spec.ts';
import { describeOption, formatOption, formatUsage } from './format-help.ts';

/** The reference page of the command line, `docs/cli.md`: Markdown in the form that the formatter leaves alone. */
export function formatReference(): string {
  const blocks = [
    '# Command line',
    '<!-- Made by `npm run generate:docs` in apps/fleetc from its command table; edits are lost. -->',
    ...commands.filter(({ name }) => name !== 'help').flatMap(formatCommand),
    '## Options of every command',
    formatOptions(globalOptions),
    ...closingBlocks,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function formatCommand(command: CommandSpec): string[] {
  const options = command.options.filter((option) => option.hidden !== true);
  return [
    `## fleetc ${command.name}`,
    `${command.summary}.`,
    fence('text', [formatUsage(command)]),
    ...(options.length === 0 ? [] : [formatOptions(options)]),
    ...command.details.map(escapeMarkdown),
    fence('sh', command.examples.flatMap(formatExample)),
  ];
}

function formatOptions(options: readonly OptionSpec[]): string {
  return options
    .map((option) => `- \`${formatOption(option)}\`: ${escapeMarkdown(describeOption(option))}`)
    .join('\n');
}

function formatExample({ line, purpose }: Example): string[] {
  return [`# ${purpose}`, line];
}

function fence(language: string, lines: readonly string[]): string {
  return ['```' + language, ...lines, '```'].join('\n');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[*_<>]/g, String.raw`\$&`);
}

const closingBlocks = [
  '## Exit codes',
  [
    '- `0`: nothing to complain about',
    '- `1`: the input has errors, or more warnings than `--max-warnings` allows',
    '- `2`: the command line makes no sense',
    '- `3`: `--check` found a difference',
    '- `4`: the world failed: a file that cannot be read or written, a full disk',
    '- `70`: a fault of fleetc itself',
  ].join('\n'),
  '## Environment variables',
  [
    '- `NO_COLOR`: no colours when it is set and not empty',
    '- `FORCE_COLOR`: colours even without a terminal; `0` turns them off',
    '- `GITHUB_ACTIONS`: `true` makes annotations the default form of diagnostics',
    '- `FLEETC_DEBUG`: `1` adds the place in the code to the report of a fault',
  ].join('\n'),
];
