import type { Compilation } from '@fleetc/core';
import { describeFields } from '../schema/describe-field.ts';
import type { Schema } from '../schema/schema.ts';
import { schemasOf } from '../schema/schema-of-node.ts';
import { findNode } from '../text/find-node.ts';
import { type OutlineNode, pathOf } from '../text/outline.ts';
import { describeEmitted } from './describe-emitted.ts';
import { describeEffective } from './describe-effective.ts';

/** What is known of the word at an offset, and where the word stands. */
export interface HoverText {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** The sentence of the field, and where the text could be compiled the value in effect and what it becomes. */
export function hover(
  root: Schema,
  text: string,
  offset: number,
  compilation: Compilation | undefined,
): HoverText | undefined {
  const pointed = findNode(text, offset);
  if (!pointed) return undefined;
  const { node, token } = pointed;
  const words = describeNode(root, node);
  const path = pathOf(node);
  const effective = compilation ? describeEffective(compilation, path) : '';
  const emitted = compilation ? compilation.redact(describeEmitted(compilation, path)) : '';
  const markdown = [words, effective, emitted].filter((part) => part !== '').join('\n\n');
  return markdown === '' ? undefined : { start: token.start, end: token.end, markdown };
}

/** The words on a field; an item of a list that has none of its own is what the list is. */
function describeNode(root: Schema, node: OutlineNode): string {
  const words = describeFields(root, schemasOf(root, node));
  return words === '' && typeof node.step === 'number' ? describeNode(root, node.parent!) : words;
}
