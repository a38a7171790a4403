/** The path of a file with every key that a Secret of a credential can have, or with a Docker configuration. */
export function encryptedFile(isDockerConfig: boolean): string {
  return isDockerConfig ? 'secrets/login.sops.yaml' : 'secrets/keys.sops.yaml';
}

/** Files that lie beside every fleet at random, by path: Secrets in the form of SOPS, of which nothing can be decrypted. */
export const encryptedFiles: Readonly<Record<string, string>> = {
  [encryptedFile(true)]: sopsFile('kubernetes.io/dockerconfigjson', ['.dockerconfigjson']),
  [encryptedFile(false)]: sopsFile('Opaque', [
    'github_token',
    'github_app_id',
    'github_app_installation_id',
    'github_app_private_key',
    'github_webhook_secret_token',
    'github_url',
    'github_runner_url',
  ]),
};

function sopsFile(type: string, keys: readonly string[]): string {
  const ciphertext = 'ENC[AES256_GCM,data:Y2lwaGVy,iv:aXY=,tag:dGFn,type:str]';
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
