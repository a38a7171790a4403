import { toPatched } from '../names/environment-path.ts';
import { namedBlock } from '../names/named-blocks.ts';
import {
  describeFields,
  formatInline,
  formatKey,
  summarizeForms,
} from '../schema/describe-field.ts';
import { listForms, type Schema } from '../schema/schema.ts';
import { formsOf } from '../schema/schema-of-node.ts';
import { findEntry, type OutlineNode, pathOf } from '../text/outline.ts';
import type { Suggestion } from './suggestion.ts';

/** The keys that a map lacks: first those that it must have, then in the order of the schema. */
export function suggestKeys(root: Schema, map: OutlineNode): Suggestion[] {
  const present = map.children.filter(({ isBare }) => !isBare).map(({ step }) => String(step));
  const forms = formsOf(root, map).filter(({ properties }) => properties);
  const keys = new Set(forms.flatMap(({ properties = {} }) => Object.keys(properties)));
  const fields = [...keys].flatMap((key) => {
    const open = forms.filter((form) => form.properties?.[key] && !excludes(form, key, present));
    if (present.includes(key) || open.length === 0) return [];
    const isMissed = forms.every((form) => isMissedBy(form, key, present));
    const schemas = open.map((form) => form.properties![key]!);
    return [toSuggestion(root, key, { schemas, isMissed, isFlow: map.isFlow })];
  });
  return [...fields, ...suggestDefaultProfile(map, present), ...suggestPatchedNames(map, present)];
}

interface Field {
  /** One for each form of the map. */
  readonly schemas: readonly Schema[];
  readonly isMissed: boolean;
  readonly isFlow: boolean;
}

function toSuggestion(root: Schema, key: string, field: Field): Suggestion {
  const { schemas, isMissed, isFlow } = field;
  const forms = summarizeForms(root, { anyOf: schemas });
  const detail = [isMissed ? 'required' : '', forms].filter((words) => words !== '').join(' · ');
  const isBlock = !isFlow && schemas.every((schema) => isCollection(root, schema));
  return {
    kind: 'key',
    label: key,
    detail,
    documentation: describeFields(root, schemas),
    text: `${formatKey(key)}:${isBlock ? '' : ' '}${onlyWord(root, schemas)}`,
    rank: isMissed ? 0 : 1,
  };
}

// A map begins on the next line, and a space at the end of a line is in the way.
function isCollection(root: Schema, schema: Schema): boolean {
  const forms = listForms(root, schema).filter(({ type }) => type !== 'null');
  return forms.length > 0 && forms.every(({ type }) => type === 'object' || type === 'array');
}

/** What a field has to be, where there is no choice. */
function onlyWord(root: Schema, schemas: readonly Schema[]): string {
  const forms = schemas.flatMap((schema) => listForms(root, schema));
  const others = forms.filter(({ type }) => type !== 'null');
  const word = others.length === 1 ? others[0]!.const : undefined;
  return word === undefined ? '' : formatInline(word);
}

/** Whether a form asks for a key: by itself, or as one of several of which none is there yet. */
function isMissedBy(
  { required = [], allOf = [] }: Schema,
  key: string,
  present: string[],
): boolean {
  if (required.includes(key)) return true;
  return allOf.some(({ then }) => {
    const choices = (then?.anyOf ?? []).flatMap(({ required = [] }) => required);
    return choices.includes(key) && !choices.some((choice) => present.includes(choice));
  });
}

/** Whether a form refuses a key beside those that are there. */
function excludes({ allOf = [] }: Schema, key: string, present: string[]): boolean {
  return allOf.some(({ dependencies = {} }) => {
    const forbidden = (one: string, other: string) => dependencies[one]?.properties?.[other];
    return present.some((other) => forbidden(other, key) ?? forbidden(key, other));
  });
}

/** The one name of an entry that means something by itself. */
function suggestDefaultProfile(map: OutlineNode, present: string[]): Suggestion[] {
  const isProfiles = toPatched(pathOf(map)).path.join('.') === 'profiles';
  if (!isProfiles || present.includes('default')) return [];
  const detail = 'applied to every pool';
  const text = `default:${map.isFlow ? ' ' : ''}`;
  return [{ kind: 'name', label: 'default', detail, documentation: '', text, rank: 0 }];
}

/** In an override, what can be patched: the entries of the file itself. */
function suggestPatchedNames(map: OutlineNode, present: string[]): Suggestion[] {
  const { path, environment } = toPatched(pathOf(map));
  const block = path.length === 1 ? namedBlock(path[0]) : undefined;
  if (environment === undefined || !block) return [];
  let top = map;
  while (top.parent) top = top.parent;
  const names = findEntry(top, block)?.children.map(({ step }) => String(step)) ?? [];
  return names
    .filter((name) => !present.includes(name))
    .map((name) => ({
      kind: 'name',
      label: name,
      detail: `of ${block}`,
      documentation: '',
      text: `${formatKey(name)}:${map.isFlow ? ' ' : ''}`,
      rank: 1,
    }));
}
