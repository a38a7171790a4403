const endings = {
  pat: 'TOKEN',
  app: 'PRIVATE_KEY',
  registry: 'PASSWORD',
  secret: 'SECRET',
} as const;

/** A name for the environment variable that holds the value of a credential, by the kind of credential. */
export function variableFor(name: string, kind: keyof typeof endings): string {
  const word = name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  const start = /^[A-Z]/.test(word) ? word : `FLEET_${word}`;
  return `${start}_${endings[kind]}`;
}
