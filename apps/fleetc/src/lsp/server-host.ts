import { readBeside } from '@fleetc/input';
import type { ServerHost } from '@fleetc/language-server';
import { fleetSchema } from 'fleetc:fleet-schema';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { starterFleet } from '../init/starter-fleet.ts';
import { isFleetFileName } from '../input/find-fleet-file.ts';
import { version } from '../version.ts';

/** What the server needs of the machine. A document that was never saved has no files beside it. */
export const serverHost: ServerHost = {
  version,
  schema: fleetSchema,
  starterFleet,
  isFleetFile: isFleetFileName,
  readFileOf: (uri) =>
    uri.startsWith('file:') ? readBeside(dirname(fileURLToPath(uri))) : undefined,
  delay: 20,
};
