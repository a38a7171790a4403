import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { type DockerLogins, parseDockerLogins, type RegistryOptions } from '@fleetc/oci';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { allValues, type Invocation, lastValue } from '../cli/invocation.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import { toDisplayPath } from '../input/display-path.ts';
import { dockerConfigBroken } from '../rules/docker-config-broken.rule.ts';
import type { Shell } from '../shell.ts';
import { readText } from './read-text.ts';
import { readAuthorities } from './trusted-authorities.ts';

const concurrency = 4;
const defaultTimeoutSeconds = 30;

/** How registries are to be asked, from the command line and the environment; or what is wrong with Docker's file. */
export function readRegistryOptions(
  invocation: Invocation,
  shell: Shell,
): { readonly options: RegistryOptions } | { readonly diagnostic: Diagnostic } {
  const timeoutSeconds = readTimeout(invocation);
  const plainHttp = new Set(allValues(invocation, 'plain-http')?.map(refuseUrl));
  const ca = lastValue(invocation, 'ca');
  const authorities = ca === undefined ? undefined : readAuthorities(ca, shell);
  const logins = readLogins(shell);
  if ('diagnostic' in logins) return logins;
  const { environment } = shell;
  const basics = { environment, logins, plainHttp, timeoutSeconds, concurrency };
  return { options: { ...basics, ...(authorities && { authorities }) } };
}

function readTimeout(invocation: Invocation): number {
  const given = lastValue(invocation, 'timeout');
  if (given === undefined) return defaultTimeoutSeconds;
  const seconds = Number(given);
  if (/^\d{1,4}(?:\.\d{1,3})?$/.test(given) && seconds > 0) return seconds;
  throw createFailure(
    exitCodes.usage,
    `option "--timeout" needs seconds above 0 and below 10000, not "${given}"`,
  );
}

function refuseUrl(host: string): string {
  if (/^[\w.-]+(?::\d+)?$|^\[[0-9a-f:]+\](?::\d+)?$/i.test(host)) return host;
  throw createFailure(
    exitCodes.usage,
    `option "--plain-http" needs a host as images name it, such as registry.example.com:5000, not "${host}"`,
  );
}

function readLogins({
  environment,
  directory,
}: Shell): DockerLogins | { readonly diagnostic: Diagnostic } {
  const home = environment['HOME'] ?? environment['USERPROFILE'] ?? homedir();
  const folder = environment['DOCKER_CONFIG'] || join(home, '.docker');
  const path = resolve(directory, folder, 'config.json');
  const reading = readText(path);
  if ('isMissing' in reading) return parseDockerLogins('{}')!;
  const logins = 'text' in reading ? parseDockerLogins(reading.text) : undefined;
  if (logins) return logins;
  const problem = 'failure' in reading ? reading.failure : 'it is no JSON object';
  const file = toDisplayPath(path, directory);
  return { diagnostic: createDiagnostic(dockerConfigBroken, { file, problem }) };
}
