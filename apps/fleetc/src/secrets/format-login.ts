/** One login to a registry. */
export interface Login {
  readonly server: string;
  readonly username: string;
  readonly password: string;
}

/** The JSON document of a pull secret, with every form of the login that one reader or another looks for. */
export function formatLogin({ server, username, password }: Login): string {
  const auth = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
  return JSON.stringify({ auths: { [server]: { username, password, auth } } });
}
