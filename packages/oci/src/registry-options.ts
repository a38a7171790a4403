import type { DockerLogins } from './docker-logins.ts';

/** What a client needs to know of the world. */
export interface RegistryOptions {
  readonly logins: DockerLogins;
  /** Where `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are looked up, in lower case first. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Certificates that are trusted; those of Node when absent. Given ones replace them. */
  readonly authorities?: readonly string[];
  /** Hosts, with port where they have one, that are asked without TLS. */
  readonly plainHttp?: ReadonlySet<string>;
  /** Of one request, from the first byte sent to the last one read. */
  readonly timeoutSeconds: number;
  /** How many requests may be under way at once. */
  readonly concurrency: number;
  /** Waits before another try; replaced in tests. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}
