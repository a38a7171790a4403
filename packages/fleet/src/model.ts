/** The resolved fleet, a file for each block. */
export type * from './model/autoscale.ts';
export type * from './model/controller.ts';
export type * from './model/credentials.ts';
export type * from './model/fleet.ts';
export type * from './model/json.ts';
export type * from './model/node.ts';
export type * from './model/outputs.ts';
export type * from './model/pool.ts';
export type * from './model/registry.ts';
export type * from './model/scope.ts';
export type * from './model/secrets.ts';
