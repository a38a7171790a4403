/** Everything that a SOPS file says, encrypted. */
export interface SopsFile {
  readonly secret: {
    readonly name: string;
    readonly namespace: string;
    readonly type: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  /** Where the values are, `data` or `stringData`. */
  readonly section: string;
  readonly values: readonly (readonly [key: string, ciphertext: string])[];
  readonly recipients: readonly (readonly [recipient: string, armored: string])[];
  readonly lastModified: string;
  readonly mac: string;
}

// The release of SOPS whose format this is; programs compare it with their own.
const formatVersion = '3.13.2';

/**
 * Writes the file in the layout of SOPS itself. Every text is quoted: SOPS types what stands unquoted by other rules than
 * YAML 1.2, and a text of another type has another checksum.
 */
export function formatSopsFile({ secret, section, values, recipients, ...file }: SopsFile): string {
  const lines = [
    'apiVersion: "v1"',
    'kind: "Secret"',
    'metadata:',
    `    name: ${quote(secret.name)}`,
    `    namespace: ${quote(secret.namespace)}`,
    ...formatAnnotations(secret.annotations ?? {}),
    `type: ${quote(secret.type)}`,
    `${section}:`,
    ...values.map(([key, text]) => `    ${quote(key)}: ${quote(text)}`),
    'sops:',
    '    age:',
    ...recipients.flatMap(([recipient, armored]) => formatRecipient(recipient, armored)),
    `    lastmodified: ${quote(file.lastModified)}`,
    `    mac: ${quote(file.mac)}`,
    '    encrypted_regex: "^(data|stringData)$"',
    '    mac_only_encrypted: true',
    `    version: ${quote(formatVersion)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function formatAnnotations(annotations: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(annotations);
  if (entries.length === 0) return [];
  return [
    '    annotations:',
    ...entries.map(([key, text]) => `        ${quote(key)}: ${quote(text)}`),
  ];
}

function formatRecipient(recipient: string, armored: string): string[] {
  const lines = armored.trimEnd().split('\n');
  return [
    `        - recipient: ${quote(recipient)}`,
    '          enc: |',
    ...lines.map((line) => `            ${line}`),
  ];
}

// A double-quoted text of YAML escapes as JSON does.
function quote(text: string): string {
  return JSON.stringify(text);
}
