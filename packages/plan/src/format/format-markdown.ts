import type { Change, Fact } from '../change.ts';
import { shorten } from '../compare/show-value.ts';
import { codeOf, escapeMarkdown } from './escape-markdown.ts';
import { actionWords, factWords, renamedWords } from './fact-words.ts';
import { fitDocument, type Room } from './fit-document.ts';
import {
  byEnvironment,
  environmentTitle,
  levelNames,
  noteWords,
  type OutputReport,
  removalNote,
  summarizeReports,
} from './report.ts';

/** The most characters of a comment; GitHub takes 65,536. */
export const longestComment = 60_000;

const longestValue = 60;
const longestName = 120;
const mostInRow = 3;
const mostNotes = 20;

/** A comment for a pull request: a summary, a table for each environment, and every place folded below it. */
export function formatMarkdown(reports: readonly OutputReport[], hasEnvironments: boolean): string {
  const head = `<!-- fleetc diff -->\n**fleetc diff**: ${summarizeReports(reports)}\n`;
  return fitDocument(longestComment, reports, (room) => {
    const sections = reports.flatMap((report) =>
      reportSections(report, { room, hasEnvironments, isAlone: reports.length === 1 }),
    );
    return [head, ...sections].join('\n');
  });
}

interface Context {
  readonly room: Room;
  readonly hasEnvironments: boolean;
  readonly isAlone: boolean;
}

function reportSections(report: OutputReport, context: Context): string[] {
  const { hasEnvironments, isAlone, room } = context;
  const sections = [...byEnvironment(report)].flatMap(([environment, changes]) => {
    const shown = room.takeChanges(changes);
    if (shown.length === 0) return [];
    const title = environmentTitle(environment, hasEnvironments);
    return [
      ...(title === undefined ? [] : [`#### ${escapeMarkdown(title)}\n`]),
      tableOf(shown),
      ...detailsOf(shown, room),
    ];
  });
  const notes = notesOf(report);
  if (sections.length + notes.length === 0) return [];
  const heading = `### ${codeOf(shorten(report.folder, longestName))} (${report.target})\n`;
  return [...(isAlone ? [] : [heading]), ...sections, ...notes];
}

function tableOf(changes: readonly Change[]): string {
  const rows = changes.map((change) => {
    const { level, consequence } = change;
    const what = [headOf(change), factCell(change)].filter((text) => text !== '').join(': ');
    const follows = [renamedWords(change), consequence].filter((text) => text !== '').join('; ');
    const name = level === 'danger' ? `**${levelNames[level]}**` : levelNames[level];
    return `| ${name} | ${what} | ${escapeMarkdown(shorten(follows, 2 * longestName))} |\n`;
  });
  return `| Level | What changes | What follows |\n| --- | --- | --- |\n${rows.join('')}`;
}

function headOf(change: Change): string {
  const title = codeOf(shorten(change.subject.title, longestName));
  const action = actionWords(change);
  return action === '' ? title : `${title} ${escapeMarkdown(action)}`;
}

function factCell({ facts }: Change): string {
  const shown = facts.slice(0, mostInRow).map(factText);
  const rest = facts.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
}

function factText(fact: Fact): string {
  const { what, verb, values } = factWords(fact, longestValue);
  const place = codeOf(shorten(what, longestName));
  const [first, second] = values.map(codeOf);
  if (second !== undefined) return `${place} ${first} → ${second}`;
  const words = `${place} ${verb === '' ? 'changed' : verb}`;
  return first === undefined ? words : `${words}: ${first}`;
}

/** Every place of the changes whose row does not tell all of them. */
function detailsOf(changes: readonly Change[], room: Room): string[] {
  const long = changes.filter(({ facts }) => facts.length > mostInRow);
  const items = long.flatMap((change) => {
    const facts = room.takeFacts(change.facts);
    if (facts.length === 0) return [];
    return [`- ${headOf(change)}\n`, ...facts.map((fact) => `  - ${factText(fact)}\n`)];
  });
  if (items.length === 0) return [];
  return [
    `<details><summary>Every place that changes</summary>\n\n${items.join('')}\n</details>\n`,
  ];
}

function notesOf(report: OutputReport): string[] {
  const removal = removalNote(report);
  const shown = report.notes.slice(0, mostNotes);
  const rest = report.notes.length - shown.length;
  const lines = [
    ...(removal === undefined ? [] : [escapeMarkdown(removal)]),
    ...shown.map((note) => `${codeOf(shorten(note.path, longestName))} ${noteWords(note)}`),
    ...(rest > 0 ? [`${rest} more files that a build refuses to replace`] : []),
  ];
  return lines.length === 0 ? [] : [lines.map((line) => `> - ${line}\n`).join('')];
}
