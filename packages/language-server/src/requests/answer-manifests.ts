import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../check/checker.ts';
import { formatManifests, type Manifests } from '../pools/format-manifests.ts';
import { poolAt } from '../pools/pool-at.ts';

/** The method of the request for the compiled objects of one pool, which is this server's own. */
export const manifestsMethod = 'fleetc/manifests';

/** Which pool is asked for: by its name, or as the one around a position. */
export type ManifestsParams = { readonly uri: string } & (
  { readonly pool: string } | { readonly position: Position }
);

/** The compiled objects of a pool; `null` where there is no pool, or where errors keep it from being compiled. */
export async function answerManifests(
  document: TextDocument,
  params: ManifestsParams,
  { checkAfterPause }: Pick<Checker, 'checkAfterPause'>,
): Promise<Manifests | null> {
  const place =
    'pool' in params
      ? { pool: params.pool }
      : poolAt(document.getText(), document.offsetAt(params.position));
  const compilation = place && (await checkAfterPause(document))?.compilation;
  return (compilation && formatManifests(compilation, place)) ?? null;
}
