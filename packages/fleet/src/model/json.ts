/** Any JSON value: what raw escape hatches (`patch`, `pod`, `values`) hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
