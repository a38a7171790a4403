import { isOverride } from '../names/environment-path.ts';
import { findEntry, type OutlineNode, pathOf } from '../text/outline.ts';
import { listForms, type Schema } from './schema.ts';

/** What the schema says of a node, one entry for each form of what it stands in; nothing where it is not allowed. */
export function schemasOf(root: Schema, node: OutlineNode): readonly Schema[] {
  const { parent, step } = node;
  if (!parent) return [root];
  if (isOverride(pathOf(node))) return schemasOfOverride(root, node);
  return formsOf(root, parent).flatMap((form) => stepInto(form, step) ?? []);
}

/** The forms that a node may have. What is written in it already decides between forms that a word tells apart. */
export function formsOf(root: Schema, node: OutlineNode): readonly Schema[] {
  const forms = schemasOf(root, node).flatMap((schema) => listForms(root, schema));
  const fitting = forms.filter((form) => fits(form, node));
  return fitting.length > 0 ? fitting : forms;
}

function stepInto({ properties, additionalProperties, items }: Schema, step: string | number) {
  if (typeof step === 'number') return items;
  if (properties && Object.hasOwn(properties, step)) return properties[step];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function fits({ properties = {} }: Schema, node: OutlineNode): boolean {
  return Object.entries(properties).every(([key, { const: word }]) => {
    const said = findEntry(node, key)?.scalar?.text;
    return typeof word !== 'string' || said === undefined || said === word;
  });
}

/** An override is a patch on the whole file, of which the schema names only the blocks. */
function schemasOfOverride(root: Schema, { parent, step }: OutlineNode): readonly Schema[] {
  return formsOf(root, parent!).flatMap((environment) => {
    const { description, properties } = environment.properties?.[step] ?? {};
    const blocks = Object.keys(properties ?? {}).map((key) => [key, root.properties![key]!]);
    const patch = {
      type: 'object',
      properties: Object.fromEntries(blocks) as Schema['properties'],
    };
    return [{ ...patch, ...(description && { description }) } as Schema];
  });
}
