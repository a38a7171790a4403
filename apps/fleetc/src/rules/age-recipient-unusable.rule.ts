import { defineRule } from '@fleetc/diagnostics';

/** FLC6914: a SOPS file cannot be encrypted for a recipient. The recipient is never told: it may be a secret key. */
export const ageRecipientUnusable = defineRule<{ place: string; problem: string }>({
  code: 'FLC6914',
  name: 'age-recipient-unusable',
  severity: 'error',
  title: 'A recipient is no age recipient that fleetc can encrypt for',
  message: ({ place, problem }) => `${place} cannot be used: ${problem}`,
  label: () => 'listed here',
  why: 'a file that is encrypted for nobody, or for a key that decrypts nothing, is lost',
  fix: 'give the public key of an age key pair, which begins with "age1"; for other kinds of keys use "sops encrypt"',
  source: 'https://github.com/FiloSottile/age#readme',
});
