import type { Path } from '@fleetc/diagnostics';
import type { Fleet, SecretSource } from '../../model.ts';

/** Where the fleet takes a Secret from a file that SOPS encrypted. */
export function sopsSources({ credentials, controller }: Fleet): Path[] {
  const sources: (SecretSource | undefined)[] = [
    ...[...credentials.values()].map(({ secret }) => secret),
    controller.webhookServer?.secret,
    controller.metrics.server?.secret,
  ];
  return sources.flatMap((source) => (source?.from.source === 'sops' ? [source.path] : []));
}
