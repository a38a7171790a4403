import { defineRule } from '@fleetc/diagnostics';

/** FLC6904: the value cannot be what the key asks for. Neither text nor length of it is ever told. */
export const secretValueMalformed = defineRule<{ origin: string; key: string; problem: string }>({
  code: 'FLC6904',
  name: 'secret-value-malformed',
  severity: 'error',
  title: 'The value of a secret has a form that its reader refuses',
  message: ({ origin, key, problem }) => `${origin} cannot be used as ${key}: ${problem}`,
  label: () => 'read here',
  why: 'a token travels in an HTTP header and a private key is parsed as PEM; neither is mended on the way',
  fix: ({ origin }) =>
    origin === 'standard input'
      ? 'pipe in the value alone, exactly as it was issued'
      : `store the value in ${origin} exactly as it was issued`,
  source: 'https://github.com/actions/actions-runner-controller/blob/master/TROUBLESHOOTING.md',
});
