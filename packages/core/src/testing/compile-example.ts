import { type Diagnostic, type Path, type Span } from '@fleetc/diagnostics';
import { exampleFleet } from '@fleetc/fleet';
import type { Bundle, ObjectItem } from '../bundle.ts';
import { compile } from '../compile.ts';

/** One environment of an example, and what stands where. */
export interface CompiledExample {
  /** Absent when an error stopped it. */
  readonly bundle: Bundle | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Objects of the stage `secrets`, by `namespace/name`. */
  readonly secrets: ReadonlyMap<string, ObjectItem>;
  /** The text of the file behind a path of an object. */
  readonly writtenAt: (item: ObjectItem, path: Path) => string;
  readonly textAt: (span: Span) => string;
}

/** Compiles an example of blocks, with files beside it. */
export async function compileExample(
  blocks: string,
  files: Readonly<Record<string, string>> = {},
): Promise<CompiledExample> {
  const text = exampleFleet(blocks);
  const readFile = (path: string) =>
    files[path] === undefined
      ? { failure: 'no such file or folder', isMissing: true }
      : { text: files[path] };
  const { environments, diagnostics } = await compile({ path: 'fleet.yaml', text }, { readFile });
  const [{ fleet, bundle } = {}] = environments;
  const items = (bundle?.items ?? []).filter(
    (item): item is ObjectItem => item.type === 'object' && item.stage === 'secrets',
  );
  const secrets = items.map((item) => {
    const { namespace, name } = item.object.metadata;
    return [`${namespace}/${name}`, item] as const;
  });
  const textAt = ({ start, end }: Span) => text.slice(start, end);
  const writtenAt = (item: ObjectItem, path: Path) => textAt(fleet!.origin(item.origin(path)).span);
  return { bundle, diagnostics, secrets: new Map(secrets), writtenAt, textAt };
}
