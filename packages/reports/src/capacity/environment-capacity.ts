import {
  type Capacity,
  type Fleet,
  measureCapacity,
  type SharedBudget,
  sharedBudgets,
} from '@fleetc/fleet';

/** What one environment of a fleet can grow to. */
export interface EnvironmentCapacity {
  readonly fleet: string;
  readonly environment: string;
  readonly capacity: Capacity;
}

/** Measures a fleet for its environment. */
export function environmentCapacity(fleet: Fleet): EnvironmentCapacity {
  return {
    fleet: fleet.name,
    environment: fleet.environment,
    capacity: measureCapacity(fleet),
  };
}

/** The limits of GitHub that several credentials, in one environment or in several, surely share. */
export function sharedLimits(environments: readonly EnvironmentCapacity[]): SharedBudget[] {
  return sharedBudgets(
    environments.map(({ environment, capacity: { api } }) => ({ environment, api })),
  );
}
