import { tmpdir } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Milliseconds after which an input counts as one that never ends. Generous: the machine may be busy with other tests. */
const patience = 30_000;

const largest = 1024 * 1024;

/** Watches one input at a time from a thread of its own. */
export interface Watchdog {
  readonly watch: (bytes: Uint8Array) => void;
  readonly rest: () => void;
  readonly stop: () => Promise<unknown>;
}

/** Starts a watchdog; what it kills is the whole process. */
export function startWatchdog(): Watchdog {
  const shared = new SharedArrayBuffer(8 + largest);
  const state = new Int32Array(shared, 0, 2);
  const copy = new Uint8Array(shared, 8);
  const worker = new Worker(new URL('./watchdog-thread.mjs', import.meta.url), {
    workerData: { shared, limit: patience, folder: tmpdir() },
  });
  worker.unref();
  const turn = () => {
    Atomics.add(state, 0, 1);
    Atomics.notify(state, 0);
  };
  return {
    watch(bytes) {
      copy.set(bytes.subarray(0, largest));
      Atomics.store(state, 1, Math.min(bytes.length, largest));
      turn();
    },
    rest: turn,
    stop: () => worker.terminate(),
  };
}
