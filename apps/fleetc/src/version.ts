// Put in by the build from package.json.
declare const FLEETC_VERSION: string;

/** The version of this fleetc, such as `0.1.0`. */
export const version: string = FLEETC_VERSION;
