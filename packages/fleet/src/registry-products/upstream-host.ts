/** Names of Docker Hub that the grammar of image references does not read as `docker.io`, or not everywhere. */
const hubNames = new Set(['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);

/** The name under which a registry is known to everything that compares hosts. */
export function upstreamHost(host: string): string {
  return isOtherHubName(host) ? 'docker.io' : host;
}

/** Whether a host is Docker Hub by another name than `docker.io`. */
export function isOtherHubName(host: string): boolean {
  return hubNames.has(host.toLowerCase());
}
