const header = 'apiVersion: fleetc.dev/v1\nkind: Fleet\n';

/** What an example needs and does not talk about. */
const rest = {
  metadata: 'metadata: { name: acme }',
  credentials: 'credentials:\n  github: { pat: { secret: { from: { existing: true } } } }',
  scopes: 'scopes:\n  web: { repository: acme/web }',
  pools: 'pools:\n  ci: { scope: web, resources: { requests: { cpu: 500m, memory: 1Gi } } }',
};

/** A whole fleet.yaml around the blocks that an example is about. */
export function exampleFleet(blocks: string): string {
  const given = blocks.trim();
  const filled = Object.entries(rest)
    .filter(([block]) => !new RegExp(`^${block}:`, 'm').test(given))
    .map(([, text]) => text);
  return `${header}${[...filled, given].join('\n')}\n`;
}
