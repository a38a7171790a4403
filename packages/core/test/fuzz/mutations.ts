/** One change to a file: `from` and `to` are places in it as a share of its length, so that it fits any file. */
export interface Edit {
  readonly kind: keyof typeof mutations;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly word: string;
  /** Another file, for splices. */
  readonly other: Buffer;
}

/** A file may not grow past this many bytes, so that a run of many edits stays one of many files. */
const largest = 48 * 1024;

type Mutation = (bytes: Buffer, edit: Edit) => Buffer;

const mutations = {
  flipBit: (bytes, { from, count }) => {
    const copy = Buffer.from(bytes);
    const at = place(bytes, from);
    if (at < copy.length) copy[at] = copy[at]! ^ (1 << (count & 7));
    return copy;
  },
  setByte: (bytes, { from, count }) => replace(bytes, from, from, Buffer.of(count & 0xff), 1),
  cutEnd: (bytes, { from }) => bytes.subarray(0, place(bytes, from)),
  cutStart: (bytes, { from }) => bytes.subarray(place(bytes, from)),
  remove: (bytes, { from, to }) => replace(bytes, from, to, Buffer.alloc(0)),
  insert: (bytes, { from, word }) => replace(bytes, from, from, Buffer.from(word)),
  splice: (bytes, { from, to, other }) =>
    Buffer.concat([bytes.subarray(0, place(bytes, from)), other.subarray(place(other, to))]),
  graft: (bytes, { from, to, other }) => {
    const start = lineStart(other, place(other, to));
    return replace(bytes, from, from, other.subarray(start, start + 200));
  },
  repeat: (bytes, { from, to, count }) => {
    const [start, end] = order(place(bytes, from), place(bytes, to));
    const part = bytes.subarray(start, Math.min(end, start + 40));
    return replace(bytes, from, from, repeated(part, count));
  },
  nest: (bytes, { from, word, count }) =>
    replace(bytes, from, from, repeated(Buffer.from(word), count)),
  swapTokens: (bytes, { from, to }) => swap(bytes, tokenAt(bytes, from), tokenAt(bytes, to)),
  setToken: (bytes, { from, word }) => put(bytes, tokenAt(bytes, from), Buffer.from(word)),
  stealToken: (bytes, { from, to, other }) => {
    const [start, end] = tokenAt(other, to);
    return put(bytes, tokenAt(bytes, from), other.subarray(start, end));
  },
  swapLines: (bytes, { from, to }) => swap(bytes, lineAt(bytes, from), lineAt(bytes, to)),
  removeLine: (bytes, { from }) => put(bytes, lineAt(bytes, from), Buffer.alloc(0)),
  doubleLine: (bytes, { from }) => {
    const [start, end] = lineAt(bytes, from);
    return put(bytes, [end, end], bytes.subarray(start, end));
  },
  indentLine: (bytes, { from, count }) => {
    const [start] = lineAt(bytes, from);
    return put(bytes, [start, start], Buffer.alloc(count % 5, ' '));
  },
} satisfies Record<string, Mutation>;

/** The names of all kinds of change. */
export const mutationKinds = Object.keys(mutations) as readonly (keyof typeof mutations)[];

/** A file after some changes, one upon the other. */
export function mutate(bytes: Buffer, edits: readonly Edit[]): Buffer {
  return edits.reduce((before, edit) => {
    const mutation: Mutation = mutations[edit.kind];
    return mutation(before, edit).subarray(0, largest);
  }, bytes);
}

function place(bytes: Buffer, share: number): number {
  return Math.min(Math.floor(share * (bytes.length + 1)), bytes.length);
}

function replace(bytes: Buffer, from: number, to: number, part: Buffer, length = 0): Buffer {
  const [start, end] = order(place(bytes, from), place(bytes, to));
  return put(bytes, [start, Math.max(end, start + length)], part);
}

type Range = readonly [start: number, end: number];

function put(bytes: Buffer, [start, end]: Range, part: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, start), part, bytes.subarray(end)]);
}

function swap(bytes: Buffer, one: Range, other: Range): Buffer {
  const [first, second] = one[0] <= other[0] ? [one, other] : [other, one];
  if (first[1] > second[0]) return bytes;
  const [left, right] = [bytes.subarray(...first), bytes.subarray(...second)];
  return put(put(bytes, second, left), first, right);
}

function repeated(part: Buffer, count: number): Buffer {
  return Buffer.concat(Array<Buffer>(Math.min(count, largest / 8)).fill(part));
}

function order(one: number, other: number): Range {
  return one <= other ? [one, other] : [other, one];
}

const betweenTokens = new Set(Buffer.from(' \t\r\n,:{}[]"\''));

function tokenAt(bytes: Buffer, share: number): Range {
  const at = place(bytes, share);
  const ends = (index: number) => betweenTokens.has(bytes[index] ?? 0x0a);
  let start = at;
  while (start > 0 && !ends(start - 1)) start--;
  let end = at;
  while (end < bytes.length && !ends(end)) end++;
  return [start, end];
}

function lineStart(bytes: Buffer, at: number): number {
  return at === 0 ? 0 : bytes.lastIndexOf(0x0a, at - 1) + 1;
}

function lineAt(bytes: Buffer, share: number): Range {
  const at = place(bytes, share);
  const end = bytes.indexOf(0x0a, at);
  return [lineStart(bytes, at), end < 0 ? bytes.length : end + 1];
}
