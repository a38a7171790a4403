import type { Fence } from '../markdown/outline.ts';

/** What a block is held to. */
export type Kind = 'written' | 'refused' | 'parsed' | 'run' | 'read' | 'shown';

/** A block of a page as an example. */
export interface Block extends Fence {
  readonly kind: Kind;
  /** Path that a written one goes to. */
  readonly file?: string;
  /** Codes that a refused one gives. */
  readonly codes: readonly string[];
  /** Whether a written fleet may have findings. */
  readonly mayHaveFindings: boolean;
}

const shells = new Set(['console', 'sh', 'bash']);
const data = new Set(['yaml', 'json']);

/** Reads what the words behind a block's language say. */
export function toBlock(fence: Fence): Block {
  const valueOf = (name: string) =>
    fence.words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const file = valueOf('file');
  return {
    ...fence,
    kind: kindOf(fence, file !== undefined, valueOf('bad') !== undefined),
    ...(file !== undefined && { file }),
    codes: valueOf('bad')?.split(',') ?? [],
    mayHaveFindings: fence.words.includes('findings'),
  };
}

function kindOf({ language, words, text }: Fence, isWritten: boolean, isBad: boolean): Kind {
  if (isWritten) return 'written';
  if (isBad) return 'refused';
  if (data.has(language)) return 'parsed';
  if (!shells.has(language)) return 'shown';
  return language === 'console' && /^\$ /m.test(text) && !words.includes('norun') ? 'run' : 'read';
}

/** Words that mean something; another one is a typing error that would switch an example off. */
export const knownWords = /^(norun|fragment|findings|file=\S+|bad=FLC\d{4}(,FLC\d{4})*)$/;
