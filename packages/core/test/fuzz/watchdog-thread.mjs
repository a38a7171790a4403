// Ends the process when an input takes longer than its time: a loop without end cannot be left from inside of it. The
// input is kept in a file, because nobody else can tell any more which one it was.
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { workerData } from 'node:worker_threads';

const { shared, limit, folder } = workerData;
const state = new Int32Array(shared, 0, 2);
const bytes = new Uint8Array(shared, 8);

let turn = Atomics.load(state, 0);
for (;;) {
  // An even turn is a pause between two inputs.
  const result = Atomics.wait(state, 0, turn, turn % 2 === 0 ? Infinity : limit);
  if (result === 'timed-out') {
    const file = join(folder, 'fleetc-hanging-input.yaml');
    writeFileSync(file, bytes.slice(0, Atomics.load(state, 1)));
    writeSync(2, `an input took longer than ${limit} ms; it is in ${file}\n`);
    process.kill(process.pid, 'SIGKILL');
  }
  turn = Atomics.load(state, 0);
}
