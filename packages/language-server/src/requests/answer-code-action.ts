import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../check/checker.ts';
import { allFixes } from '../fixes/all-fixes.ts';
import type { Problem, Proposal } from '../fixes/fix.ts';
import { createScreen } from '../fixes/screen.ts';
import type { Schema } from '../schema/schema.ts';

/** What can be done about each finding. */
export async function answerCodeAction(
  schema: Schema,
  document: TextDocument,
  { diagnostics, checker }: ActionRequest,
): Promise<CodeAction[]> {
  const text = document.getText();
  const compile = async () => (await checker.check(document))?.compilation;
  const actions = diagnostics
    .filter(({ source, code }) => source === 'fleetc' && typeof code === 'string')
    .map(async (diagnostic) => {
      const offset = document.offsetAt(diagnostic.range.start);
      const problem = { code: String(diagnostic.code), offset, text, schema, compile };
      const proposals = await proposeFixes(problem);
      return proposals.map((proposal, index) =>
        toAction(document, proposal, { diagnostic, isFirst: index === 0 }),
      );
    });
  return (await Promise.all(actions)).flat();
}

/** The findings that the editor asks about, and what checks a text. */
export interface ActionRequest {
  readonly diagnostics: readonly Diagnostic[];
  readonly checker: Pick<Checker, 'check'>;
}

async function proposeFixes(problem: Problem): Promise<Proposal[]> {
  const fitting = allFixes.filter(({ codes }) => codes?.includes(problem.code) ?? true);
  const proposals = await Promise.all(fitting.map(({ propose }) => propose(problem)));
  const isShowable = createScreen(problem.text);
  return proposals.filter((proposal) => proposal !== undefined).filter(isShowable);
}

function toAction(
  document: TextDocument,
  { title, edits }: Proposal,
  { diagnostic, isFirst }: { readonly diagnostic: Diagnostic; readonly isFirst: boolean },
): CodeAction {
  const changes = edits.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }));
  return {
    title,
    kind: 'quickfix',
    diagnostics: [diagnostic],
    isPreferred: isFirst,
    edit: { changes: { [document.uri]: changes } },
  };
}
