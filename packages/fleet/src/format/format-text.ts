import { parseDocument } from '../parse/parse-document.ts';
import { type KeyOrder, orderAsWritten, referenceOrder } from './key-order.ts';
import { printLayout } from './print-layout.ts';
import { readLayout } from './read-layout.ts';
import { isSameValue, listComments } from './same-meaning.ts';

/**
 * Lays out a text that means `value`. Where the order of the reference would part an alias from its anchor, the keys stay
 * in theirs; a text whose meaning or comments would still change stays as it is.
 */
export async function formatText(text: string, value: unknown): Promise<string> {
  const unix = text.replaceAll('\r\n', '\n');
  const layout = readLayout(unix);
  if (!layout) return finish(unix);
  const comments = listComments(unix).join('\n');
  const keeps = async (order: KeyOrder) => {
    const laidOut = printLayout(layout, order);
    const { value: document } = await parseDocument({ path: '', text: laidOut });
    const isSame = document && isSameValue(document.value, value);
    return isSame && listComments(laidOut).join('\n') === comments ? laidOut : undefined;
  };
  return (await keeps(referenceOrder(value))) ?? (await keeps(orderAsWritten)) ?? finish(unix);
}

function finish(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
