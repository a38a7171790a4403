import { formatScalar } from '../schema/describe-field.ts';
import type { Schema } from '../schema/schema.ts';
import type { Edit } from '../text/edit.ts';
import { type NameUse, usesOf } from './find-names.ts';

/** The edits that give an entry another name wherever it is used, or why it cannot have that name. */
export function rename(
  root: Schema,
  uses: readonly NameUse[],
  target: NameUse,
  name: string,
): { readonly edits: readonly Edit[] } | { readonly problem: string } {
  const found = usesOf(uses, target);
  const problem = findProblem(root, { uses, found, target }, name);
  if (problem !== undefined) return { problem };
  const edits = found.map(({ start, end, isQuoted }) => {
    return { start, end, text: isQuoted ? name : formatScalar(name) };
  });
  return { edits };
}

interface Renaming {
  readonly uses: readonly NameUse[];
  readonly found: readonly NameUse[];
  readonly target: NameUse;
}

function findProblem(
  { properties }: Schema,
  { uses, found, target }: Renaming,
  name: string,
): string | undefined {
  const { block, name: old } = target;
  const pattern = properties?.[block]?.propertyNames?.pattern ?? '';
  if (!new RegExp(pattern, 'u').test(name)) {
    return `"${name}" is no name: lower-case letters, digits and dashes, at most 63`;
  }
  if (block === 'profiles' && [old, name].includes('default')) {
    return 'the profile "default" is applied to every pool because of its name';
  }
  if (uses.some((use) => use.block === block && use.name === name && name !== old)) {
    return `there is "${name}" below "${block}" already`;
  }
  if (!found.some(({ isDefinition }) => isDefinition)) {
    return `"${old}" is not defined in this file`;
  }
  if (found.some(({ written }) => written !== old)) {
    return `"${old}" is written in a way that cannot be replaced, such as an alias`;
  }
  return undefined;
}
