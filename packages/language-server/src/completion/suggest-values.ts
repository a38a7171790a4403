import { listNames } from '../names/list-names.ts';
import { referenceAt } from '../names/named-blocks.ts';
import { describeSchema, type Schema } from '../schema/schema.ts';
import { formatScalar } from '../schema/describe-field.ts';
import { formsOf } from '../schema/schema-of-node.ts';
import { type OutlineNode, pathOf } from '../text/outline.ts';
import type { Suggestion } from './suggestion.ts';

/** The words that a value can be: names of what it refers to, choices of the schema, true and false. */
export function suggestValues(root: Schema, holder: OutlineNode): Suggestion[] {
  const place = referenceAt(pathOf(holder));
  if (place) return listNames(holder, place).map((name) => toSuggestion(name, 'name', place.block));
  return formsOf(root, holder).flatMap((form) =>
    choicesOf(form).map((choice, index) =>
      toSuggestion(choice, 'value', form.enumDescriptions?.[index] ?? describeSchema(root, form)),
    ),
  );
}

function choicesOf({ enum: choices, const: word, type }: Schema): readonly unknown[] {
  if (choices) return choices;
  if (word !== undefined) return [word];
  return type === 'boolean' ? [true, false] : [];
}

function toSuggestion(choice: unknown, kind: 'name' | 'value', words: string): Suggestion {
  return {
    kind,
    label: String(choice),
    detail: kind === 'name' ? `of ${words}` : '',
    documentation: kind === 'name' ? '' : words,
    text: typeof choice === 'string' ? formatScalar(choice) : String(choice),
    rank: 0,
  };
}
