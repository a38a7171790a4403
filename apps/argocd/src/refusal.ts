/** Ends a call with a sentence that is already worded for the user; everything else that is thrown is a fault of fleetc. */
export interface Refusal extends Error {
  readonly isRefusal: true;
}

/** Makes a refusal to throw; `message` is one sentence without a full stop. */
export function createRefusal(message: string): Refusal {
  return Object.assign(new Error(message), { isRefusal: true as const });
}

/** Whether something thrown is a refusal. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'isRefusal' in error;
}
