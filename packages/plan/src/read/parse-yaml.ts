import type { KubernetesObject } from '@fleetc/kubernetes';
import { loadAll } from 'js-yaml';
import { entryAt, isMap } from './plain-data.ts';
import { createUnreadable } from './tree.ts';

/** fleetc writes none, and a file with many may stand for more than any memory holds. */
const maxAliases = 8;

/** The documents of a YAML file, empty ones left out. What the file says is never part of a complaint about it. */
export function parseYaml(path: string, text: string): unknown[] {
  try {
    return loadAll(text, { maxAliases }).filter(
      (document) => document !== null && document !== undefined,
    );
  } catch (error) {
    throw createUnreadable(path, `is no YAML that fleetc can read${lineOf(error)}`);
  }
}

/** Whether a document is a Kubernetes object with a name. */
export function isObject(document: unknown): document is KubernetesObject {
  if (!isMap(document)) return false;
  const { apiVersion, kind } = document;
  const name = entryAt(document, 'metadata', 'name');
  const namespace = entryAt(document, 'metadata', 'namespace');
  return (
    [apiVersion, kind, name].every((text) => typeof text === 'string') &&
    (namespace === undefined || typeof namespace === 'string')
  );
}

function lineOf(error: unknown): string {
  const line = entryAt(error, 'mark', 'line');
  return typeof line === 'number' ? `, at line ${line + 1}` : '';
}
