import { bareHost, isLoopback } from './choose-proxy.ts';

/** The host that serves a registry: `docker.io` is a name for another one. */
export function hostOfRegistry(registry: string): string {
  return registry === 'docker.io' ? 'registry-1.docker.io' : registry;
}

/** Whether a registry is on this machine, whatever its port. */
export function isLocal(host: string): boolean {
  return isLoopback(bareHost(new URL(`http://${host}`).hostname));
}
