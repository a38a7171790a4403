import { plainFleet } from '../test/support/fleets.ts';

/** A fleet with one small pool for each name, each with two runners that ask for so many processors. */
export function fleetOf(names: readonly string[], cpu: string): string {
  const resources = `resources: { requests: { cpu: ${cpu}, memory: 1Gi } }`;
  const pools = names.map(
    (name) => `  ${name}: { labels: [${name}], replicas: 2, ${resources} }\n`,
  );
  return plainFleet.replace(/pools:\n[^]*$/, `pools:\n${pools.join('')}`);
}

/** So many different names of pools. */
export function poolNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `p${index}`);
}
