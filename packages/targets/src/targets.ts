import type { Target } from './target.ts';

/** Every target by name. Each is loaded when it is asked for, so that a command pays for no other. */
export const targets = {
  plain: async () => (await import('./plain/plain-target.ts')).plainTarget,
} as const satisfies Readonly<Record<string, () => Promise<Target>>>;

export type TargetName = keyof typeof targets;

/** Whether a word names a target. */
export function isTargetName(word: string): word is TargetName {
  return Object.hasOwn(targets, word);
}
