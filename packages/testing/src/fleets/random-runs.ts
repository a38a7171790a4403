const usual = 300;
const asked = Number(process.env['FLEETC_RUNS'] ?? usual);

/**
 * How often a property of random fleets is tried, for fast-check: the same fleets each time, or others each time when
 * somebody asks for another number. `part` of them, where one run costs more than others.
 */
export function randomRuns(part = 1): { numRuns: number; seed?: number } {
  const numRuns = Math.ceil(asked * part);
  return asked === usual ? { numRuns, seed: 1 } : { numRuns };
}

/** Time that so many runs may take, in milliseconds. */
export const randomTimeout = 60_000 + asked * 300;
