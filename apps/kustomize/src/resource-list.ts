import { formatYaml } from '@fleetc/kubernetes';
import { createLineIndex } from '@fleetc/diagnostics';
import { type Document, parseDocument } from '@fleetc/fleet';
import type { FunctionResult } from './function-result.ts';
import { textOf } from './text-of.ts';

/** What an orchestrator hands over. */
export interface ResourceList {
  readonly apiVersion: string;
  /** As YAML text each, so that whatever is passed on keeps its comments and its numbers. */
  readonly items: readonly Item[];
  readonly functionConfig: Plain;
}

/** One item: its text, and what it says. */
export interface Item {
  readonly text: string;
  readonly value: unknown;
}

/** A map of YAML. */
export type Plain = Readonly<Record<string, unknown>>;

/** The version in which a list is answered that could not be read. */
export const newestVersion = 'config.kubernetes.io/v1';

const versions = [newestVersion, 'config.kubernetes.io/v1beta1', 'config.kubernetes.io/v1alpha1'];

/** Reads a ResourceList, or says in one clause what is wrong with it. */
export async function readResourceList(text: string): Promise<ResourceList | string> {
  const { value: document, diagnostics } = await parseDocument({ path: '<stdin>', text });
  const [first] = diagnostics;
  if (!document || first) {
    const { line } = createLineIndex(text).position(first?.primary?.span.start ?? 0);
    return `standard input is no ResourceList: ${first?.message ?? 'it is empty'} (line ${line})`;
  }
  return toResourceList(document);
}

async function toResourceList(document: Document): Promise<ResourceList | string> {
  const { value } = document;
  if (!isPlain(value) || value['kind'] !== 'ResourceList') {
    return 'standard input is no ResourceList';
  }
  const { apiVersion, functionConfig, items = [] } = value;
  if (typeof apiVersion !== 'string' || !versions.includes(apiVersion)) {
    return `"apiVersion" of the ResourceList is none of ${versions.join(', ')}`;
  }
  if (items !== null && !Array.isArray(items)) return '"items" of the ResourceList is no list';
  if (!isPlain(functionConfig)) return 'the ResourceList has no "functionConfig"';
  const read: Item[] = [];
  for (const [index, item] of (items ?? []).entries()) {
    read.push({ value: item, text: await textOf(document, ['items', index], item) });
  }
  return { apiVersion, functionConfig, items: read };
}

/** Writes a ResourceList; `items` is there when it is empty, because a list without it counts as a resource. */
export function formatResourceList(
  apiVersion: string,
  items: readonly string[],
  results: readonly FunctionResult[],
): string {
  const head = `apiVersion: ${apiVersion}\nkind: ResourceList\n`;
  const body = items.length === 0 ? 'items: []\n' : `items:\n${items.map(toListItem).join('')}`;
  return head + body + (results.length === 0 ? '' : formatYaml({ results }));
}

/** Whether a value is a map. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toListItem(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const indented = lines.map((line, row) => {
    if (row === 0) return `  - ${line}`;
    return line === '' ? '' : `    ${line}`;
  });
  return `${indented.join('\n')}\n`;
}
