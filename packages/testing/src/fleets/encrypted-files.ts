const addresses = ['github_url', 'github_runner_url'];

/** What a Secret holds, by the key that it is never without. */
const contents: Readonly<Record<string, readonly string[]>> = {
  '.dockerconfigjson': [],
  'github_token': addresses,
  'github_app_private_key': ['github_app_id', 'github_app_installation_id', ...addresses],
  'github_webhook_secret_token': [],
};

/** The path of a file with such a Secret. */
export function encryptedFile(key: string): string {
  return `secrets/${key.replaceAll(/[^a-z]/g, '-')}.sops.yaml`;
}

/** Files that lie beside every fleet at random, by path: Secrets in the form of SOPS, of which nothing can be decrypted. */
export const encryptedFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(contents).map(([key, more]) => {
    const type = key === '.dockerconfigjson' ? 'kubernetes.io/dockerconfigjson' : 'Opaque';
    return [encryptedFile(key), sopsFile(type, [key, ...more])];
  }),
);

function sopsFile(type: string, keys: readonly string[]): string {
  const ciphertext =
    'ENC[AES256_GCM,data:Y2lwaGVy,iv:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:str]';
  return `apiVersion: v1
kind: Secret
metadata:
    name: any
    namespace: any
type: ${type}
stringData:
${keys.map((key) => `    ${key}: ${ciphertext}\n`).join('')}sops:
    age: []
    lastmodified: "2026-01-31T18:00:00Z"
    mac: ${ciphertext}
    encrypted_regex: ^(data|stringData)$
    mac_only_encrypted: true
    version: 3.13.2
`;
}
