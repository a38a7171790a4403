import type { PrivateCa } from '@fleetc/fleet';

/** Name of the volume with the certificates, in the controller's pod and in runner pods. */
export const caVolumeName = 'fleetc-private-ca';

/** The one file in that volume. */
const caFile = 'ca.crt';

/** Where programs in Go find it. By this variable they trust it besides the certificates of the image. */
export const caFolder = '/etc/fleetc/ca';
export const caVariable = { name: 'SSL_CERT_FILE', value: `${caFolder}/${caFile}` };

/**
 * Where a runner finds it. The runner itself trusts every file in the first place; `update-ca-certificates`, which it runs
 * when it is told to, takes what is in the second into the system's one list. `SSL_CERT_FILE` would replace that list
 * for a part of the tools that jobs use, and public hosts with it.
 */
const runnerFiles = [
  '/etc/ssl/certs/fleetc-private-ca.crt',
  '/usr/local/share/ca-certificates/fleetc-private-ca.crt',
] as const;

/** Variables by which Node and the runner take the certificates up. */
export const runnerCaVariables = {
  NODE_EXTRA_CA_CERTS: runnerFiles[1],
  RUNNER_UPDATE_CA_CERTS: '1',
};

/** Mounts of the runner container, one file each. */
export const runnerCaMounts = runnerFiles.map((mountPath) => ({
  name: caVolumeName,
  mountPath,
  subPath: caFile,
  readOnly: true,
}));

/** Mount of a container whose program is written in Go. */
export const caMount = { name: caVolumeName, mountPath: caFolder, readOnly: true };

/** The volume itself. */
export function caVolume({ kind, name, key }: PrivateCa): object {
  const items = [{ key, path: caFile }];
  const source = kind === 'configMap' ? { name, items } : { secretName: name, items };
  return { name: caVolumeName, [kind]: source };
}
