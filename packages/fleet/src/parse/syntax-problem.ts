import { isCollection, isScalar, type Node, parseDocument, visit } from 'yaml';

/** What is wrong with a text, in words that end the sentence `this is not YAML: …`, and where. */
export interface SyntaxProblem {
  readonly problem: string;
  readonly start: number;
}

/** The same in a parser's own words. */
export interface ParserError {
  readonly reason: string;
  readonly position: number;
}

interface Failure {
  readonly text: string;
  readonly root: Node | null;
  /** What the slow parser says, and the fast one where the slow one sees no error. */
  readonly error: ParserError;
  readonly fast: ParserError;
}

/** The words for one kind of error; `at` finds its place, and none when the words do not fit after all. */
interface Wording {
  readonly reason: RegExp;
  readonly problem: string;
  readonly at?: (failure: Failure) => number | undefined;
}

const wordings: readonly Wording[] = [
  {
    reason: /^Missing closing/,
    problem: 'the quote that opens here is never closed',
    at: findOpenQuote,
  },
  {
    reason: /^Flow (?:sequence|map) in block/,
    problem: 'the bracket that opens here is never closed',
    at: findOpenBracket,
  },
  {
    reason: /^(?:All (?:mapping|collection) items|Nested mappings|A block sequence may)/,
    problem: 'the indentation of this line fits none of the lines above',
    at: findLineBelow,
  },
  { reason: /^Nested mappings/, problem: 'text with ": " in it needs quotes' },
  { reason: /^Implicit (?:map )?keys/, problem: 'a key needs ": " behind it' },
  { reason: /^Block collections are not/, problem: 'a comma is missing here', at: findFastError },
  { reason: /^Unexpected flow-/, problem: 'this bracket closes nothing' },
  { reason: /^Unexpected block-seq/, problem: 'a list cannot start on the line of its key' },
  { reason: /^Unexpected scalar/, problem: 'the value has ended before this' },
  { reason: /^Plain value cannot/, problem: 'text that starts with this character needs quotes' },
  {
    reason: /complex keys/,
    problem: 'a key must be text, not a map or a list',
    at: findComplexKey,
  },
  { reason: /^unidentified alias/, problem: 'nothing above has an anchor of this name' },
  { reason: /non-printable/, problem: 'this character may not stand in a file' },
  { reason: /^deficient/, problem: 'a tab stands where a space should', at: findTab },
  {
    reason: /^deficient/,
    problem: 'the closing bracket must stand deeper than the key before the opening one',
    at: findClosingBracket,
  },
];

/** Says what is wrong in plain words; errors that are rare keep the words of the parser. */
export function findSyntaxProblem(text: string, fast: ParserError): SyntaxProblem {
  const failure = readSlowly(text, fast);
  const { error } = failure;
  for (const { reason, problem, at } of wordings) {
    if (!reason.test(error.reason)) continue;
    const start = at ? at(failure) : error.position;
    if (start !== undefined) return { problem, start };
  }
  const sentence = error.reason.split('\n')[0]!.replace(/[.:]+$/, '');
  return { problem: sentence[0]!.toLowerCase() + sentence.slice(1), start: error.position };
}

function readSlowly(text: string, fast: ParserError): Failure {
  try {
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
    const [first] = document.errors;
    const error = first ? { reason: first.message, position: first.pos[0] } : fast;
    return { text, root: document.contents, error, fast };
  } catch {
    return { text, root: null, error: fast, fast };
  }
}

function findOpenQuote({ root, error }: Failure): number | undefined {
  return findLast(
    root,
    error.position,
    (node) => isScalar(node) && Boolean(node.type?.startsWith('QUOTE')),
  );
}

function findOpenBracket({ text, root, error }: Failure): number | undefined {
  return findLast(root, error.position, (node) => {
    if (!isCollection(node) || !node.flow || !node.range) return false;
    return !/[\]}]$/.test(text.slice(node.range[0], node.range[1]));
  });
}

/** The start of the last node before `end` that passes the test. */
function findLast(
  root: Node | null,
  end: number,
  test: (node: Node) => boolean,
): number | undefined {
  let found: number | undefined;
  visit(root, {
    Node: (_, node) => {
      const start = node.range?.[0];
      if (start !== undefined && start < end && test(node)) found = Math.max(found ?? 0, start);
    },
  });
  return found;
}

function findLineBelow({ text, error, fast }: Failure): number | undefined {
  const isBelow =
    error.reason.startsWith('A') || text.slice(error.position, fast.position).includes('\n');
  if (!isBelow) return undefined;
  const line = text.lastIndexOf('\n', fast.position - 1) + 1;
  return line + /^ */.exec(text.slice(line))![0].length;
}

function findFastError({ fast }: Failure): number | undefined {
  return /comma/.test(fast.reason) ? fast.position : undefined;
}

function findComplexKey({ root, error }: Failure): number {
  let found: number | undefined;
  visit(root, {
    Pair: (_, { key }) => {
      if (isCollection(key)) found ??= key.range?.[0];
    },
  });
  return found ?? error.position;
}

function findTab({ text, error }: Failure): number | undefined {
  const tab = text.lastIndexOf('\t', error.position);
  return tab > text.lastIndexOf('\n', error.position - 1) ? tab : undefined;
}

function findClosingBracket({ text, error }: Failure): number | undefined {
  return /[\]}]/.test(text[error.position] ?? '') ? error.position : undefined;
}
