import type { Path } from '@fleetc/diagnostics';
import { formatYaml } from '@fleetc/kubernetes';
import type { Bundle, ObjectItem } from '../bundle.ts';
import { compileExample } from './compile-example.ts';

/** The bundle of an example without an error. */
export interface CompiledText {
  readonly bundle: Bundle;
  /** The object of a kind and name. */
  readonly object: (kind: string, name: string) => ObjectItem;
  /** The first line of what is written where a path of an object comes from. */
  readonly lineOf: (item: ObjectItem, path: Path) => string;
}

/** Compiles an example of blocks, which has to be without an error. */
export async function compileText(blocks: string): Promise<CompiledText> {
  const { bundle, diagnostics, writtenAt } = await compileExample(blocks);
  if (!bundle) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const objects = bundle.items.filter((item): item is ObjectItem => item.type === 'object');
  return {
    bundle,
    object: (kind, name) => {
      const named = objects.filter(({ object }) => object.metadata.name === name);
      const found = named.find(({ object }) => object.kind === kind);
      if (!found) throw new Error(`no ${kind} "${name}"`);
      return found;
    },
    lineOf: (item, path) => writtenAt(item, path).split('\n', 1)[0]!,
  };
}

/** The part of an object at a path, as YAML. */
export function yamlOf({ object }: ObjectItem, ...path: readonly string[]): string {
  return formatYaml(path.reduce<unknown>((inner, step) => (inner as never)[step], object));
}
