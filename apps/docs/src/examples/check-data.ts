import { loadAll } from 'js-yaml';
import type { Block } from './block.ts';

/** The codes of a fleet's findings. */
export type FindCodes = (text: string) => Promise<readonly string[]>;

/** What is wrong with a block of YAML or JSON, one sentence each. */
export async function checkData(block: Block, findCodes: FindCodes): Promise<readonly string[]> {
  if (block.kind === 'refused') return checkRefused(block, findCodes);
  const documents = parse(block);
  if (typeof documents === 'string') return [documents];
  if (!documents.some(isFleet) || block.mayHaveFindings) return [];
  const codes = distinct(await findCodes(block.text));
  return codes.map((code) => `the fleet has the finding ${code}`);
}

async function checkRefused(
  { text, codes }: Block,
  findCodes: FindCodes,
): Promise<readonly string[]> {
  const found = distinct(await findCodes(text));
  if (found.join() === distinct(codes).join()) return [];
  return [`the fleet gives ${found.join(', ') || 'no finding'} in place of ${codes.join(', ')}`];
}

function distinct(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort();
}

function parse({ language, text }: Block): readonly unknown[] | string {
  try {
    if (language === 'json') return [JSON.parse(text)];
    return language === 'yaml' ? loadAll(text) : [];
  } catch (error) {
    return `it cannot be read: ${String(error).split('\n')[0]}`;
  }
}

function isFleet(document: unknown): boolean {
  const { apiVersion } = (document ?? {}) as { apiVersion?: unknown };
  return typeof apiVersion === 'string' && apiVersion.startsWith('fleetc.dev/');
}
