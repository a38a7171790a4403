/** One way to log in that a registry offers in `WWW-Authenticate`. */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  readonly scheme: string;
  /** By name in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

const token = String.raw`[!#$%&'*+.^_\`|~0-9A-Za-z-]+`;
const parameter = new RegExp(String.raw`^(${token})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(${token}))`);
const scheme = new RegExp(String.raw`^(${token})(?:\s+|$|(?=,))`);

/** Reads the header by RFC 9110, section 11.6.1: several challenges in one line, commas inside of quotes. */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let rest = header.trim();
  while (rest !== '') {
    const pair = parameter.exec(rest);
    const name = pair ? undefined : scheme.exec(rest);
    const length = (pair ?? name)?.[0].length;
    if (length === undefined) break;
    if (name) challenges.push({ scheme: name[1]!.toLowerCase(), parameters: new Map() });
    if (pair) challenges.at(-1)?.parameters.set(pair[1]!.toLowerCase(), valueOf(pair));
    rest = rest.slice(length).replace(/^[\s,]+/, '');
  }
  return challenges;
}

function valueOf([, , quoted, plain]: RegExpExecArray): string {
  return quoted === undefined ? plain! : quoted.replace(/\\(.)/g, '$1');
}
