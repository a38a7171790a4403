import type { Path } from '@fleetc/diagnostics';

/** Whose Secret a `secret` block describes, in words such as `credential "github"`. */
export function ownerWords(path: Path): string {
  if (path[0] === 'credentials') return `credential "${String(path[1])}"`;
  return path.includes('metrics') ? 'the metrics server' : 'the webhook server';
}

/** What `fleetc seal` calls the Secret of a `secret` block. */
export function sealName(path: Path): string {
  if (path[0] === 'credentials') return String(path[1]);
  return path.includes('metrics') ? 'metricsServer' : 'webhookServer';
}
