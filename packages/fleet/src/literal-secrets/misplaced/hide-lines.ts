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
  'id',
  'installationId',
  'server',
  'username',
]);

const openCredentials = /(?:^|[\s"'])credentials["']?[ \t]{0,8}:[ \t]*$/;
const entryName = /^[ \t]*["']?[A-Za-z]{1,24}(?:-[A-Za-z]{1,24}){0,3}["']?:(?=\s|$)/;

/** Lines that stand further in than a key belong to it. */
interface Open {
  readonly secret: number;
  readonly credentials: number;
}

/**
 * Overwrites what stands behind keys such as `token`, up to the end of the line, and on the lines below that stand further
 * in. In a text that is no YAML nobody can say what the value is, so that known keys, names of credentials and punctuation
 * are all that is left.
 */
export function hideLines(text: string): string {
  let open: Open = { secret: Infinity, credentials: Infinity };
  const shown = text.split('\n').map((line) => {
    const hidden = hideFrom(line, shownLength(line, open));
    open = openAfter(line, open);
    return hidden;
  });
  return shown.join('\n');
}

function shownLength(line: string, open: Open): number {
  const indent = indentOf(line);
  if (indent > open.secret) return 0;
  if (indent > open.credentials) return entryName.exec(line)?.[0].length ?? 0;
  return endOfSecretKey(line) ?? line.length;
}

function openAfter(line: string, open: Open): Open {
  const indent = indentOf(line);
  if (indent > open.secret) return open;
  const secret = endOfSecretKey(line) === undefined ? Infinity : indent;
  if (indent > open.credentials) return { ...open, secret };
  return { secret, credentials: openCredentials.test(line) ? indent : Infinity };
}

// An empty line ends nothing.
function indentOf(line: string): number {
  const indent = line.search(/\S/);
  return indent < 0 ? Infinity : indent;
}

function endOfSecretKey(line: string): number | undefined {
  for (const match of line.matchAll(anyKey)) {
    const end = match.index + match[0].length;
    const isBlock = match[1] === 'credentials' && /^\s*\{/.test(line.slice(end, end + 80));
    if (isBlock || isSecretWord(match[1]!)) return end;
  }
  return undefined;
}

function hideFrom(line: string, start: number): string {
  const hidden = line
    .slice(start)
    .replaceAll(/[^\s{}[\],"']+/g, (word) =>
      word === ':' || (word.endsWith(':') && knownKeys.has(word.slice(0, -1)))
        ? word
        : word.replaceAll(/\S/g, 'x'),
    );
  return line.slice(0, start) + hidden;
}
