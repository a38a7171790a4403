import type { JsonObject } from './json.ts';

export interface Node {
  readonly selector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly JsonObject[];
  readonly affinity?: JsonObject;
  readonly spread?: readonly JsonObject[];
  readonly priorityClass?: string;
  readonly runtimeClass?: string;
}
