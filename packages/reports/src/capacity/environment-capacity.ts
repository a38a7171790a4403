import { type Capacity, type Fleet, measureCapacity } from '@fleetc/fleet';

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
