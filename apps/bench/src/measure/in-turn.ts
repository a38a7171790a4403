import { type Command, type Measurement, medianOf, runProcess } from './run-process.ts';

/** Runs several commands in turn, so often, and gives the median of each; a first round only warms the disk's cache. */
export function measureInTurn<K extends string>(
  runs: number,
  commands: Readonly<Record<K, (run: number) => Command>>,
): Record<K, Measurement> {
  const entries = Object.entries(commands) as [K, (run: number) => Command][];
  const taken = new Map<K, Measurement[]>(entries.map(([name]) => [name, []]));
  for (let run = runs > 1 ? -1 : 0; run < runs; run += 1) {
    for (const [name, command] of entries) {
      const measurement = runProcess(command(run + 1));
      if (run >= 0) taken.get(name)!.push(measurement);
    }
  }
  const medians = entries.map(([name]) => [name, medianOf(taken.get(name)!)] as const);
  return Object.fromEntries(medians) as Record<K, Measurement>;
}
