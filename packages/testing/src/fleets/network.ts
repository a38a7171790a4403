import fc from 'fast-check';
import { one, some, under } from './plain.ts';
import { host, objectName } from './words.ts';

const proxyUrl = host.map((value) => `http://${value}`);
const holder = some({ name: objectName, key: fc.constantFrom('ca.crt', 'root.pem') }, 'name');

/** A network block. */
export const network = some({
  proxy: some({
    http: proxyUrl,
    https: proxyUrl,
    no: fc.array(fc.constantFrom('.example.com', '10.0.0.0/8', 'localhost', 'fd00::/8'), {
      maxLength: 3,
    }),
  }),
  ca: one(under('configMap', holder), under('secret', holder)),
});
