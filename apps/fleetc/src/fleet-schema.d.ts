/** A module that the build makes from `schemas/fleet.schema.json`. */
declare module 'fleetc:fleet-schema' {
  /** The text of the schema. */
  export const fleetSchema: string;
}
