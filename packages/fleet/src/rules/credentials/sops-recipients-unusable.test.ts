import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { sopsRecipientsUnusable } from './sops-recipients-unusable.rule.ts';

const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const short = recipient.slice(0, -1);

it.each<[string, string[][]]>([
  [`recipients: [${recipient}]`, []],
  ['folder: a', []],
  ['recipients: [ssh-ed25519 AAAA]', []],
  [`recipients: [${recipient}, ${short}]`, [['FLC4133', short]]],
  ['recipients: []', [['FLC4133', '[]']]],
])('judges %s', async (sops, expected) => {
  const found = await findInExample([sopsRecipientsUnusable], `secrets: { sops: { ${sops} } }\n`);
  expect(found.map(({ code, at }) => [code, at])).toEqual(expected);
});
