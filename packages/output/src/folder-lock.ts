import { createDiagnostic } from '@fleetc/diagnostics';
import { attempt, DiskFailure, isSystemError } from './disk-failure.ts';
import type { OutputFolder } from './output-folder.ts';
import { lockName } from './reserved-names.ts';
import { outputLocked } from './rules/world-rules.ts';

/**
 * Does something while no other build writes to the folder. A lock whose process no longer runs on this machine is taken
 * over; of one from another machine nobody can tell, so it stands until a person removes it.
 */
export function withLock<T>(output: OutputFolder, action: () => T): T {
  acquire(output);
  try {
    return action();
  } finally {
    release(output);
  }
}

function acquire(output: OutputFolder): void {
  if (tryToCreate(output)) return;
  const owner = findOwner(output);
  if (owner === undefined) {
    release(output);
    if (tryToCreate(output)) return;
  }
  const params = { path: output.show(lockName), owner: owner ?? 'another build' };
  throw new DiskFailure(createDiagnostic(outputLocked, params));
}

function tryToCreate({ host, locate, show }: OutputFolder): boolean {
  const { id, machine } = host.process;
  return attempt(show(lockName), () => {
    try {
      host.create(locate(lockName), `${id} ${machine}\n`);
      return true;
    } catch (error) {
      if (isSystemError(error, 'EEXIST')) return false;
      throw error;
    }
  });
}

/** Who holds the lock, in words; `undefined` when nobody does any more. */
function findOwner(output: OutputFolder): string | undefined {
  const signature = readSignature(output) ?? pauseAndRead(output);
  if (!signature) return undefined;
  const { host } = output;
  const { id, machine } = signature;
  if (machine !== host.process.machine) return `process ${id} on ${machine}`;
  // A build holds its lock within one call, so a lock with this process's own number is left from a namesake.
  const isStale = id === host.process.id || !host.process.isRunning(id);
  return isStale ? undefined : `process ${id}`;
}

interface Signature {
  readonly id: number;
  readonly machine: string;
}

// The owner signs right after it made the file; one that died in between never signs.
function pauseAndRead(output: OutputFolder): Signature | undefined {
  output.host.process.pause(100);
  return readSignature(output);
}

function readSignature({ host, locate, show }: OutputFolder): Signature | undefined {
  const text = attempt(show(lockName), () => {
    try {
      return host.read(locate(lockName)).toString('utf8');
    } catch (error) {
      // Its owner is done.
      if (isSystemError(error, 'ENOENT')) return '';
      throw error;
    }
  });
  const [, id, machine] = /^(\d+) (\S+)\n$/.exec(text) ?? [];
  return id && machine ? { id: Number(id), machine } : undefined;
}

function release({ host, locate }: OutputFolder): void {
  try {
    host.remove(locate(lockName));
  } catch {
    // A lock that cannot be removed is stale as soon as this process has ended.
  }
}
