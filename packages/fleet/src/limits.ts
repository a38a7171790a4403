/** One bound on what a file may ask of the reader. */
export interface Limit {
  readonly value: number;
  /** The environment variable that sets another one. */
  readonly variable: `FLEETC_MAX_${string}`;
  /** What is counted, as it stands behind the number. */
  readonly unit: string;
  /** What to do with a file that passes it. */
  readonly advice: string;
}

/**
 * Every limit by its name. Each stands far above what a fleet of 100,000 pools needs; what it keeps away is a small or
 * broken file that takes all memory or hours.
 */
export const limitTable = {
  mebibytes: {
    value: 32,
    variable: 'FLEETC_MAX_MEBIBYTES',
    unit: 'MiB',
    advice: 'name the fleet.yaml itself, or split the fleet into several',
  },
  values: {
    value: 4_000_000,
    variable: 'FLEETC_MAX_VALUES',
    unit: 'keys and values',
    advice: 'split the fleet into several',
  },
  depth: {
    value: 64,
    variable: 'FLEETC_MAX_DEPTH',
    unit: 'levels of nesting',
    advice: 'nest less deeply',
  },
  aliases: {
    value: 100,
    variable: 'FLEETC_MAX_ALIASES',
    unit: 'aliases',
    advice: 'use profiles instead of aliases',
  },
  aliasedValues: {
    value: 100_000,
    variable: 'FLEETC_MAX_ALIASED_VALUES',
    unit: 'values that aliases stand for',
    advice: 'use profiles instead of aliases',
  },
  effectiveValues: {
    value: 10_000_000,
    variable: 'FLEETC_MAX_EFFECTIVE_VALUES',
    unit: 'values in all pools of all environments, what profiles give included',
    advice: 'split the fleet into several, or give it fewer environments',
  },
  windows: {
    value: 200,
    variable: 'FLEETC_MAX_WINDOWS',
    unit: 'windows in one schedule',
    advice: 'let windows recur by "every" instead of writing each of them',
  },
  outputs: {
    value: 200,
    variable: 'FLEETC_MAX_OUTPUTS',
    unit: 'outputs',
    advice: 'split the fleet into several',
  },
  findings: {
    value: 1000,
    variable: 'FLEETC_MAX_FINDINGS',
    unit: 'findings',
    advice: 'mend these first',
  },
} as const satisfies Record<string, Limit>;

/** The name of a limit. */
export type LimitName = keyof typeof limitTable;

/** The number that holds for each limit. */
export type Limits = Readonly<Record<LimitName, number>>;

const entries = Object.entries(limitTable) as readonly (readonly [LimitName, Limit])[];

/** The limits that hold when nobody sets others. */
export const defaultLimits: Limits = Object.fromEntries(
  entries.map(([name, { value }]) => [name, value]),
) as Limits;

/** The limits that the variables of an environment set; a variable that holds no number is named instead. */
export function readLimits(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly limits: Limits } | { readonly problem: string } {
  const limits = { ...defaultLimits };
  for (const [name, { variable }] of entries) {
    const text = environment[variable];
    if (text === undefined || text === '') continue;
    if (!/^[1-9][0-9]{0,9}$/.test(text)) {
      return { problem: `the variable ${variable} needs a whole number above 0, not "${text}"` };
    }
    limits[name] = Number(text);
  }
  return { limits };
}

/** A limit as a sentence names it: `64 levels of nesting`. */
export function limitWords(name: LimitName, limits: Limits): string {
  return `${limits[name]} ${limitTable[name].unit}`;
}
