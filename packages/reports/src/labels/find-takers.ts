import { architectureLabels } from './architecture.ts';
import type { CatalogueEntry } from './catalogue.ts';
import type { Request } from './workflows/request.ts';

/** What a job asks for, as far as it is known. */
export interface Wish {
  readonly labels: readonly string[];
  readonly group?: string;
}

/** Who can take a job. */
export interface Takers {
  readonly sure: readonly CatalogueEntry[];
  /** Those that can if their nodes have the processor that the job asks for. */
  readonly perhaps: readonly CatalogueEntry[];
}

/** What a request asks for, without its places. */
export function toWish({ labels, group }: Request): Wish {
  return { labels: labels.map(({ text }) => text), ...(group && { group: group.text }) };
}

/** Every entry that has all labels of the job and is in its group. */
export function findTakers(entries: readonly CatalogueEntry[], { labels, group }: Wish): Takers {
  const wanted = labels.map((label) => label.toLowerCase());
  const sure: CatalogueEntry[] = [];
  const perhaps: CatalogueEntry[] = [];
  for (const entry of entries) {
    if (group !== undefined && !isInGroup(entry, group)) continue;
    const missing = new Set(wanted.filter((label) => !entry.known.has(label)));
    if (missing.size === 0) sure.push(entry);
    else if (isOpen(entry, missing)) perhaps.push(entry);
  }
  return { sure, perhaps };
}

/** Whether `runs-on.group` means the group of an entry; `org/` and `ent/` tell groups of one name apart. */
export function isInGroup({ group, scope }: CatalogueEntry, wanted: string): boolean {
  if (group === undefined) return false;
  const [, level, name] = /^(?:(org|ent)\/)?(.*)$/s.exec(wanted) as unknown as string[];
  if (level === 'org' && scope.target.level !== 'organization') return false;
  if (level === 'ent' && scope.target.level !== 'enterprise') return false;
  return group.toLowerCase() === name!.toLowerCase();
}

// A runner has one processor, so it cannot make up for two missing labels of that kind.
function isOpen({ anyArchitecture }: CatalogueEntry, missing: ReadonlySet<string>): boolean {
  const [only] = missing;
  return anyArchitecture && missing.size === 1 && architectureLabels.has(only!);
}
