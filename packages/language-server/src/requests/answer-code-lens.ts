import type { CodeLens } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../check/checker.ts';
import { describePools } from '../pools/describe-pool.ts';
import { findEntry } from '../text/outline.ts';
import { parseOutline } from '../text/parse-outline.ts';

/** The command of a lens. The client has to know it, and asks back with the argument of the lens as it is. */
export const showManifestsCommand = 'fleetc.showManifests';

/** Above each pool what it becomes; nothing above one that has errors. */
export async function answerCodeLens(
  document: TextDocument,
  { checkAfterPause }: Pick<Checker, 'checkAfterPause'>,
): Promise<CodeLens[]> {
  const checked = await checkAfterPause(document);
  if (!checked) return [];
  const lines = describePools(checked.compilation);
  const pools = findEntry(parseOutline(document.getText()), 'pools')?.children ?? [];
  const { uri } = document;
  return pools.flatMap(({ step, key }) =>
    (key ? (lines.get(String(step)) ?? []) : []).map((title) => ({
      range: { start: document.positionAt(key!.start), end: document.positionAt(key!.end) },
      command: {
        title: checked.compilation.redact(title),
        command: showManifestsCommand,
        arguments: [{ uri, pool: String(step) }],
      },
    })),
  );
}
