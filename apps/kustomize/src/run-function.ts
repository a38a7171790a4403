import { formatYaml } from '@fleetc/kubernetes';
import { readFunctionConfig } from './function-config.ts';
import { createResult, type FunctionResult, hasErrorResult } from './function-result.ts';
import { generate } from './generate.ts';
import {
  formatResourceList,
  isPlain,
  type Item,
  newestVersion,
  type Plain,
  readResourceList,
} from './resource-list.ts';

/** How a call ended: a ResourceList in any case, and whether it failed. */
export interface Answer {
  readonly output: string;
  readonly results: readonly FunctionResult[];
  readonly hasFailed: boolean;
}

/** Answers one ResourceList: what was in it without the copy of the functionConfig, and then the objects of the fleet. */
export async function runFunction(text: string, directory: string): Promise<Answer> {
  const list = await readResourceList(text);
  if (typeof list === 'string') return refuse(list);
  const items = list.items.filter(({ value }) => !isCopy(value, list.functionConfig));
  const config = readFunctionConfig(list.functionConfig);
  if (typeof config === 'string') return refuse(config, list.apiVersion, items);
  const { objects, results } = await generate(config, directory);
  const texts = [...items.map((item) => item.text), ...objects.map(formatYaml)];
  const output = formatResourceList(list.apiVersion, texts, results);
  return { output, results, hasFailed: hasErrorResult(results) };
}

/** An answer that holds one error. */
export function refuse(
  message: string,
  apiVersion = newestVersion,
  items: readonly Item[] = [],
): Answer {
  const results = [createResult('error', message)];
  const texts = items.map((item) => item.text);
  return { output: formatResourceList(apiVersion, texts, results), results, hasFailed: true };
}

// kustomize hands the functionConfig to a generator among the items, too.
function isCopy(item: unknown, config: Plain): boolean {
  if (!isPlain(item)) return false;
  return identity(item) === identity(config);
}

function identity({ apiVersion, kind, metadata }: Plain): string {
  const { name, namespace } = isPlain(metadata) ? metadata : {};
  return JSON.stringify([apiVersion, kind, namespace, name]);
}
