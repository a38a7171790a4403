import { createDecipheriv, createHash } from 'node:crypto';
import { load } from 'js-yaml';

/** A SOPS file as YAML gives it. */
export interface SopsDocument {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly type: string;
  readonly stringData: Readonly<Record<string, string>>;
  readonly sops: {
    readonly age: readonly { readonly recipient: string; readonly enc: string }[];
    readonly lastmodified: string;
    readonly mac: string;
    readonly encrypted_regex: string;
    readonly mac_only_encrypted: boolean;
    readonly version: string;
  };
}

/** The values of a SOPS file in the order of the file, opened with its data key; written from the description of the format. */
export function openSops(
  text: string,
  dataKeyOf: (armored: string) => Buffer,
): Map<string, Buffer> {
  const { sops, ...document } = load(text) as SopsDocument;
  const dataKey = dataKeyOf(sops.age[0]!.enc);
  if (dataKey.length !== 32) throw new Error('data key');
  const rule = new RegExp(sops.encrypted_regex);
  const hash = createHash('sha512').update(createHash('sha256').update('sops').digest());
  const values = new Map<string, Buffer>();
  walk(document, text, [], (path, value) => {
    // A path is encrypted when any of its parts matches.
    if (!path.some((part) => rule.test(part))) return;
    const plain = openScalar(value, dataKey, path.map((part) => `${part}:`).join(''));
    hash.update(plain);
    values.set(path.at(-1)!, plain);
  });
  const mac = openScalar(sops.mac, dataKey, sops.lastmodified).toString();
  if (mac !== hash.digest('hex').toUpperCase()) throw new Error('MAC');
  return values;
}

function walk(
  value: unknown,
  text: string,
  path: readonly string[],
  visit: (path: readonly string[], text: string) => void,
): void {
  if (typeof value !== 'object' || value === null) return visit(path, String(value));
  for (const [key, child] of entriesInOrder(value, text)) walk(child, text, [...path, key], visit);
}

// JavaScript moves keys such as "0" to the front; the checksum goes by the order of the file.
function entriesInOrder(value: object, text: string): [string, unknown][] {
  const place = ([key]: [string, unknown]) =>
    Math.max(text.indexOf(`\n    ${key}: `), text.indexOf(`\n    ${JSON.stringify(key)}: `));
  return Object.entries(value).sort((a, b) => place(a) - place(b));
}

const form =
  /^ENC\[AES256_GCM,data:([A-Za-z0-9+/=]+),iv:([A-Za-z0-9+/=]+),tag:([A-Za-z0-9+/=]+),type:str\]$/;

function openScalar(text: string, key: Buffer, context: string): Buffer {
  if (text === '') return Buffer.alloc(0);
  const parts = form
    .exec(text)
    ?.slice(1)
    .map((part) => Buffer.from(part, 'base64'));
  if (!parts) throw new Error('form');
  const [data, iv, tag] = parts as [Buffer, Buffer, Buffer];
  if (iv.length !== 32 || tag.length !== 16) throw new Error('lengths');
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}
