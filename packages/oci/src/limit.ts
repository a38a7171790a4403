/** Runs a task when fewer than the limit are running, in the order in which they were given. */
export type Limit = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes a gate that lets `most` tasks through at once. */
export function createLimit(most: number): Limit {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place is handed on, so that nobody who comes later takes it.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
