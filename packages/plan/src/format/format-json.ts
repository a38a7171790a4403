import type { Change, Fact } from '../change.ts';
import { shortenBoth, shorten } from '../compare/show-value.ts';
import { countLevels, type OutputReport } from './report.ts';

const longestValue = 1000;

/** A document for scripts; its form is described in the README of this package. */
export function formatJson(reports: readonly OutputReport[]): string {
  const outputs = reports.map(({ target, folder, changes, notes }) => ({
    target,
    folder,
    changes: changes.map(toEntry),
    files: notes,
  }));
  const document = {
    version: 1,
    equal: reports.every(({ changes }) => changes.length === 0),
    counts: Object.fromEntries(countLevels(reports)),
    outputs,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function toEntry({ size, consequence, facts, renamed, ...change }: Change): object {
  return {
    ...change,
    ...(size !== '' && { size }),
    ...(consequence !== '' && { consequence }),
    ...(renamed !== undefined && { renamed }),
    facts: facts.map(toFact),
  };
}

function toFact(fact: Fact): Fact {
  const { before, after } = fact;
  if (before !== undefined && after !== undefined) {
    const [old, young] = shortenBoth(before, after, longestValue);
    return { ...fact, before: old, after: young };
  }
  return {
    ...fact,
    ...(before !== undefined && { before: shorten(before, longestValue) }),
    ...(after !== undefined && { after: shorten(after, longestValue) }),
  };
}
