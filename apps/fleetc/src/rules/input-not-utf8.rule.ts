import { defineRule } from '@fleetc/diagnostics';

/** FLC1903: the file holds bytes that are no UTF-8. */
export const inputNotUtf8 = defineRule<{
  file: string;
  offset: number;
  line: number;
  hint: string;
}>({
  code: 'FLC1903',
  name: 'input-not-utf8',
  severity: 'error',
  title: 'The input is not UTF-8 text',
  message: ({ file, offset, line }) =>
    `"${file}" is not UTF-8: the byte at offset ${offset}, in line ${line}, belongs to no character`,
  why: 'YAML is Unicode text; guessing another encoding would change names and labels without a word',
  fix: ({ hint }) => `save the file as UTF-8${hint}`,
  source: 'https://yaml.org/spec/1.2.2/#52-character-encodings',
});
