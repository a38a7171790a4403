import { parseDocument } from '@fleetc/fleet';
import { formatYaml, type ObjectMeta } from '@fleetc/kubernetes';
import { isMap } from '../../emission/merge-patch.ts';
import { isSame } from '../../rules/value-at.ts';
import type { SopsFile } from './sops-file.ts';

/**
 * The text of a file with other metadata. Every other line stays as it is, because the order of the encrypted values is
 * part of the checksum; `undefined` for a text that is not in lines of its own for each field.
 */
export async function replaceMetadata(
  { text, object }: SopsFile,
  metadata: ObjectMeta,
): Promise<string | undefined> {
  const replaced = replaceBlock(text, formatYaml({ metadata }));
  if (replaced === undefined) return undefined;
  const { value: document } = await parseDocument({ path: '', text: replaced });
  const isFaithful = isMap(document?.value) && isSame(document.value, { ...object, metadata });
  return isFaithful ? replaced : undefined;
}

function replaceBlock(text: string, block: string): string | undefined {
  const lines = text.split(/(?<=\n)/);
  const start = lines.findIndex((line) => /^["']?metadata["']?:\s*$/.test(line));
  if (start < 0) return undefined;
  const length = lines.slice(start + 1).findIndex((line) => /^[^\s#]/.test(line));
  const rest = length < 0 ? [] : lines.slice(start + 1 + length);
  return [...lines.slice(0, start), block, ...rest].join('');
}
