import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { readOutline } from '../markdown/outline.ts';
import { type Block, knownWords, toBlock } from './block.ts';
import { checkData, type FindCodes } from './check-data.ts';
import { findMistake, readFleetcCalls } from './command-lines.ts';
import type { Command } from './command-table.ts';
import { runConsole } from './run-console.ts';

/** What examples are held against. */
export interface Fleetc {
  readonly commands: ReadonlyMap<string, Command>;
  readonly findCodes: FindCodes;
  /** `PATH` with the built command on it. */
  readonly path: string;
}

/** A page to check. */
export interface Example {
  /** For messages. */
  readonly path: string;
  readonly text: string;
  /** Drawings that the page shows, with what they hold. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Runs the examples of a page in a folder of their own; returns what is wrong, each with its place. */
export async function checkPage(page: Example, fleetc: Fleetc): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-docs-'));
  const problems: string[] = [];
  try {
    for (const block of readOutline(page.text).fences.map(toBlock)) {
      const found = await checkBlock(block, folder, fleetc);
      problems.push(...found.map(({ line, message }) => `${page.path}:${line}: ${message}`));
    }
    problems.push(...checkPictures(page, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return problems;
}

interface Problem {
  readonly line: number;
  readonly message: string;
}

async function checkBlock(
  block: Block,
  folder: string,
  fleetc: Fleetc,
): Promise<readonly Problem[]> {
  const { line, kind } = block;
  const unknown = block.words.filter((word) => !knownWords.test(word));
  const messages = unknown.map((word) => `"${word}" says nothing about an example`);
  if (kind === 'run')
    return [
      ...toProblems(messages, line),
      ...(await runConsole(block, { folder, path: fleetc.path })),
    ];
  if (kind === 'written') write(block, folder);
  if (kind === 'read') messages.push(...checkCalls(block, fleetc));
  if (['written', 'parsed', 'refused'].includes(kind))
    messages.push(...(await checkData(block, fleetc.findCodes)));
  return toProblems(messages, line);
}

function toProblems(messages: readonly string[], line: number): readonly Problem[] {
  return messages.map((message) => ({ line, message }));
}

function write({ file = '', text }: Block, folder: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function checkCalls({ text }: Block, { commands }: Fleetc): readonly string[] {
  return readFleetcCalls(text).flatMap((call) => findMistake(call, commands) ?? []);
}

/** A picture is drawn by a command of the page that shows it, so that it cannot differ from what the page says. */
function checkPictures({ path, pictures }: Example, folder: string): readonly string[] {
  return [...pictures].flatMap(([name, text]) => {
    const file = join(folder, basename(name));
    if (!statSync(file, { throwIfNoEntry: false })) return [`${path}: no command draws ${name}`];
    const isFresh = readFileSync(file, 'utf8') === text;
    return isFresh ? [] : [`${path}: ${name} is not what the command draws`];
  });
}
