import { alternativeNames, exclusive } from '../../exclusive.ts';
import { isSecretWord } from './is-secret-place.ts';

const anyKey = /(?<![\w.-])([\w.-]{2,100})["']?[ \t]{0,8}:(?=[\s"'{[]|$)/g;

/** Keys that stand next to where a secret is named, and are no secret. */
const knownKeys = new Set([
  ...alternativeNames(exclusive.secretSource),
  ...alternativeNames(exclusive.credentialKind),
  'secret',
  'from',
  'name',
  'key',
]);

/**
 * Overwrites what stands behind keys such as `token`, up to the end of the line, and on the lines below that stand further
 * in. In a text that is no YAML nobody can say what the value is, so that known keys and punctuation are all that is left.
 */
export function hideLines(text: string): string {
  let open = Infinity;
  const shown = text.split('\n').map((line) => {
    const indent = line.search(/\S/);
    if (indent < 0 || indent > open) return hideWords(line);
    const behind = endOfSecretKey(line);
    open = behind === undefined ? Infinity : indent;
    return behind === undefined ? line : line.slice(0, behind) + hideWords(line.slice(behind));
  });
  return shown.join('\n');
}

function endOfSecretKey(line: string): number | undefined {
  for (const match of line.matchAll(anyKey)) {
    if (isSecretWord(match[1]!)) return match.index + match[0].length;
  }
  return undefined;
}

function hideWords(text: string): string {
  return text.replaceAll(/[^\s{}[\],"']+/g, (word) =>
    word === ':' || (word.endsWith(':') && knownKeys.has(word.slice(0, -1)))
      ? word
      : word.replaceAll(/\S/g, 'x'),
  );
}
