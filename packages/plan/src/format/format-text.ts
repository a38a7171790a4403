import { toPrintable } from '@fleetc/diagnostics';
import type { Change, Fact, Level } from '../change.ts';
import { actionWords, factWords, renamedWords } from './fact-words.ts';
import {
  byEnvironment,
  environmentTitle,
  levelNames,
  noteWords,
  type OutputReport,
  removalNote,
} from './report.ts';
import { wrapWords } from './wrap-words.ts';

/** How a text is printed. */
export interface TextOptions {
  readonly colour: boolean;
  readonly hasEnvironments: boolean;
}

const width = 80;
const indent = 13;
const longestValue = 60;

/** For a terminal of 80 columns: by output and environment, each change with its level, its places and what follows. */
export function formatText(reports: readonly OutputReport[], options: TextOptions): string {
  const blocks = reports.flatMap((report) => {
    const own = reportBlocks(report, options);
    const isNamed = reports.length > 1 && own.length > 0;
    const title = `${toPrintable(report.folder)} (${report.target})`;
    return isNamed ? [[paint('1', title, options)], ...own] : own;
  });
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function reportBlocks(report: OutputReport, options: TextOptions): string[][] {
  const groups = [...byEnvironment(report)].map(([environment, changes]) => {
    const title = environmentTitle(environment, options.hasEnvironments);
    const lines = changes.flatMap((change, index) => [
      ...changeLines(change, options),
      ...consequenceLines(change, changes[index + 1]),
    ]);
    return title === undefined ? lines : [paint('1', toPrintable(title), options), ...lines];
  });
  const removal = removalNote(report);
  const notes = [
    ...(removal === undefined ? [] : [removal]),
    ...report.notes.map((note) => `${note.path} ${noteWords(note)}`),
  ];
  const noteLines = notes.flatMap((note) =>
    hang(toPrintable(`note: ${note}`), { first: '', rest: '      ' }),
  );
  return noteLines.length > 0 ? [...groups, noteLines] : groups;
}

function changeLines(change: Change, options: TextOptions): string[] {
  const { subject, level, facts } = change;
  const whole = actionWords(change);
  const isShort = facts.length === 1;
  const head = [
    subject.title,
    ...(whole === '' ? [] : [` ${whole}`]),
    ...(isShort ? [`: ${factText(facts[0]!)}`] : []),
  ].join('');
  const below = [
    ...(isShort ? [] : facts.map(factText)),
    ...(change.renamed === undefined ? [] : [`= ${renamedWords(change)}`]),
  ];
  const name = levelNames[level];
  const first = `  ${paint(colours[level], name, options)}${' '.repeat(indent - 2 - name.length)}`;
  const rest = ' '.repeat(indent);
  return [
    ...hang(toPrintable(head), { first, rest: `${rest}  ` }),
    ...below.flatMap((text) => hang(toPrintable(text), { first: rest, rest: `${rest}  ` })),
  ];
}

/** What follows from a change; said once where the same follows from the next one. */
function consequenceLines({ consequence, level }: Change, next: Change | undefined): string[] {
  const isRepeated = next?.consequence === consequence && next.level === level;
  if (consequence === '' || isRepeated) return [];
  const first = ' '.repeat(indent);
  return hang(toPrintable(`= ${consequence}`), { first, rest: `${first}  ` });
}

function factText(fact: Fact): string {
  const { what, verb, values } = factWords(fact, longestValue);
  const [first, second] = values;
  if (second !== undefined) return `${what} ${first} -> ${second}`;
  return (
    [what, verb === '' ? 'changed' : verb].join(' ') + (first === undefined ? '' : `: ${first}`)
  );
}

/** Lines of a text, the first behind something that is no wider than the indentation of the others. */
function hang(text: string, { first, rest }: { first: string; rest: string }): string[] {
  const room = width - rest.length;
  return wrapWords(text, room).map((line, index) => (index === 0 ? first : rest) + line);
}

const colours: Readonly<Record<Level, string>> = {
  danger: '1;31',
  removed: '31',
  recreated: '33',
  restarts: '33',
  none: '32',
};

function paint(code: string, text: string, { colour }: TextOptions): string {
  return colour ? `\u001b[${code}m${text}\u001b[0m` : text;
}
