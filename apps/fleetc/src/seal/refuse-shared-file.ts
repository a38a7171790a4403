import { sourcePath } from './check-source.ts';
import { isPlain, valueAt } from './edit/layout.ts';
import type { Sealing } from './seal-into-fleet.ts';
import { wrong } from './seal-request.ts';

/** Refuses a file that environments share though they encrypt it for different people. */
export function refuseSharedFile({
  request,
  input,
  subject,
}: Pick<Sealing, 'request' | 'input' | 'subject'>): void {
  const sets = subject.places.map(({ fleet }) =>
    [...new Set(fleet.secrets.sops.recipients)].sort().join(' '),
  );
  if (new Set(sets).size > 1) {
    throw wrong(
      'environments with different recipients share one SOPS file; give each a folder of its own ' +
        'in secrets.sops.folder',
    );
  }
  const own = valueAt(input.document.value, [...sourcePath(input, subject), 'sops']);
  const folder = valueAt(input.document.value, [...input.root, 'secrets', 'sops', 'folder']);
  const isDefault = input.root.length > 0 && isPlain(own) && own['file'] === undefined;
  if (request.reseal && isDefault && folder === undefined) {
    throw wrong(
      'the file may be that of other environments, too, and --reseal would replace it for all; ' +
        'name another one in "file" of this environment',
    );
  }
}
