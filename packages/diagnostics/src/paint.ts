import type { Severity } from './rule.ts';

/** What a piece of text is, for its colour. */
export type Ink = Severity | 'related' | 'frame' | 'heading';

/** Colours a piece of text, or leaves it. */
export type Paint = (ink: Ink, text: string) => string;

const codes: Readonly<Record<Ink, string>> = {
  error: '31',
  warning: '33',
  info: '36',
  related: '34',
  frame: '34',
  heading: '1',
};

/** Colours by ANSI sequences when `colour` is set. Widths are to be worked out before painting. */
export function createPaint(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (ink, text) => (text === '' ? '' : `\u001b[${codes[ink]}m${text}\u001b[0m`);
}
