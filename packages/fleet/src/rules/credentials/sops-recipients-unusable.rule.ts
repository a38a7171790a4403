import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { isIntactBech32 } from './bech32.ts';

const recipients = (list: string) =>
  exampleFleet(`secrets: { sops: { recipients: [${list}] } }
credentials:
  github: { pat: { secret: { from: { existing: true } } } }`);

export const sopsRecipientsUnusable = defineCheck<{ isEmpty: boolean }>({
  code: 'FLC4133',
  name: 'sops-recipients-unusable',
  severity: 'error',
  title: 'Nothing can be encrypted for the recipients',
  message: ({ isEmpty }) =>
    isEmpty ? 'the list of recipients is empty' : 'the age recipient is damaged',
  label: ({ isEmpty }) => (isEmpty ? 'nobody' : 'its checksum is wrong'),
  why: ({ isEmpty }) =>
    isEmpty
      ? 'what is encrypted for nobody can be opened by nobody'
      : 'a recipient ends in a checksum over itself, so a wrong one was mistyped or cut off, and no key belongs to it',
  fix: ({ isEmpty }) =>
    isEmpty
      ? 'name a recipient, or take the list out; "age-keygen" makes a key pair and prints its recipient'
      : 'copy it again; "age-keygen -y" prints the recipient of a key',
  source: 'https://github.com/C2SP/C2SP/blob/main/age.md',
  examples: {
    bad: recipients('age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q'),
    good: recipients('age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'),
  },
  check({ effective, secrets }, report) {
    const path = ['secrets', 'sops', 'recipients'];
    for (const [index, recipient] of secrets.sops.recipients.entries()) {
      // What is no age recipient at all may be a key of another kind.
      if (!recipient.startsWith('age1') || isIntactBech32(recipient)) continue;
      report({ isEmpty: false }, [...path, index]);
    }
    if (isEmptyList(effective, path)) report({ isEmpty: true }, path);
  },
});

// The resolved fleet has an empty list for none, too.
function isEmptyList(effective: unknown, path: readonly string[]): boolean {
  const value = path.reduce<unknown>(
    (map, key) => (map as Readonly<Record<string, unknown>> | undefined)?.[key],
    effective,
  );
  return Array.isArray(value) && value.length === 0;
}
