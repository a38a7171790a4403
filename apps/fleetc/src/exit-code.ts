/** How a run ends; the numbers are a promise to scripts. */
export const exitCodes = {
  clean: 0,
  /** The input has errors, or more warnings than `--max-warnings`. */
  findings: 1,
  usage: 2,
  /** `--check` found a difference. */
  different: 3,
  /** The disk, the environment or unreadable input. */
  world: 4,
  /** A fault of fleetc itself. */
  fault: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
