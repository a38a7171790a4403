import type { Host } from '../host.ts';
import { createNodeHost } from '../node-host.ts';

export type Operation = Exclude<keyof Host, 'process'>;

/** Asked before each operation; may throw in its place. */
export type Intercept = (operation: Operation, path: string, text?: string) => void;

/** The real disk with something in between. */
export function createInterceptedHost(intercept: Intercept, host: Host = createNodeHost()): Host {
  const wrap =
    <A extends readonly [string, ...unknown[]], R>(operation: Operation, run: (...args: A) => R) =>
    (...args: A): R => {
      const text = operation === 'create' ? String(args[1]) : undefined;
      intercept(operation, args[0], text);
      return run(...args);
    };
  return {
    kind: wrap('kind', host.kind),
    list: wrap('list', host.list),
    read: wrap('read', host.read),
    create: wrap('create', host.create),
    rename: wrap('rename', host.rename),
    remove: wrap('remove', host.remove),
    makeFolder: wrap('makeFolder', host.makeFolder),
    removeEmptyFolder: wrap('removeEmptyFolder', host.removeEmptyFolder),
    process: host.process,
  };
}

/** A disk on which one operation at one path fails as the system would. */
export function createFailingHost(operation: Operation, path: RegExp, code: string): Host {
  return createInterceptedHost((name, at) => {
    if (name !== operation || !path.test(at)) return;
    throw Object.assign(new Error(code), { code, syscall: name, path: at });
  });
}

/** The real disk without the waiting: nothing is flushed, no lock is given time. */
export function createQuickHost(): Host {
  const host = createNodeHost();
  return {
    ...host,
    create: (file, text) => host.create(file, text),
    process: { ...host.process, pause: () => {} },
  };
}

/** A process that dies at its n-th change to the disk: half of a file may be written, and nothing follows. */
export function createCrashingHost(n: number): Host {
  const real = createQuickHost();
  let changes = 0;
  return createInterceptedHost((operation, path, text) => {
    if (operation === 'kind' || operation === 'list' || operation === 'read') return;
    changes += 1;
    if (changes < n) return;
    if (changes === n && text !== undefined) real.create(path, text.slice(0, text.length / 2));
    throw new Crash();
  }, real);
}

export class Crash extends Error {}
