import { defineRule } from '@fleetc/diagnostics';

interface Recipients {
  readonly file: string;
  /** A clause with the file as its subject, such as `is not encrypted for "age1…"`. */
  readonly difference: string;
  readonly command: string;
}

export const sopsRecipientsDiffer = defineRule<Recipients>({
  code: 'FLC5123',
  name: 'sops-recipients-differ',
  severity: 'warning',
  title: 'A file of SOPS is encrypted for other recipients than the fleet names',
  message: ({ file, difference }) => `the SOPS file "${file}" ${difference}`,
  label: () => 'other recipients than in the file',
  why: 'who may open a file is settled when it is encrypted; a list that changes later changes no file',
  fix: ({ command }) =>
    `pipe the value into "${command}", or run "sops updatekeys"; who could open the file once may still know the value`,
  source: 'https://getsops.io/docs/',
});
