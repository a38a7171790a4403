const letters = 'Ab3';

/** What stands in the cases for a secret, and the secret: none is real, and no file may hold a text that looks like one. */
const secrets: Readonly<Record<string, readonly string[]>> = {
  'FAKE-TOKEN': [`${'gh'}p_${letters.repeat(10)}1ka48H`],
  'FAKE-PASSWORD': ['pa55-word'],
  'FAKE-KEY': [
    `-----BEGIN RSA PRIVATE ${'KEY'}-----`,
    ...['a', 'b', 'c'].map((row) => `${letters.repeat(20)}${row}/+==`),
    `-----END RSA PRIVATE ${'KEY'}-----`,
  ],
};

/** A text with the secrets put where their names stand, each line as far in as the first. */
export function plantSecrets(text: string): string {
  return text.replaceAll(/^( *)(.*?)(FAKE-[A-Z]+)/gm, (_, indent: string, before: string, name) => {
    return indent + before + secrets[String(name)]!.join(`\n${indent}`);
  });
}

/** What of the planted secrets a text still holds, line by line. */
export function findSecrets(text: string): string[] {
  const parts = Object.values(secrets).flat();
  return parts.filter((part) => !part.startsWith('-----') && text.includes(part));
}
