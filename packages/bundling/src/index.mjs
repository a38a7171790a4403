/**
 * How every program of fleetc becomes a bundle from the sources of its packages: the options that all share, and the programs
 * that are one file. Plain JavaScript, because it runs before anything is built; knows no program by name.
 */
export { bundleProgram } from './bundle-program.mjs';
export { readVersion, sharedOptions } from './shared-options.mjs';
