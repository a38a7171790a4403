import { defineRule } from '@fleetc/diagnostics';
import { exampleFleet } from '../example.ts';

export const literalSecret = defineRule<{ what: string; isCertain: boolean }>({
  code: 'FLC4001',
  name: 'literal-secret',
  severity: 'error',
  title: 'A secret stands in the file',
  message: ({ what, isCertain }) =>
    `this ${isCertain ? 'is' : 'looks like'} ${what}, and a secret may not be written here`,
  label: () => 'secret, not shown',
  why: "a secret in a file ends in Git, in logs and in Helm's release history, where it stays",
  fix: 'revoke it, and refer to a Secret instead: "secret: { from: { env: NAME } }" or "from: { existing: true }"',
  source: 'https://docs.github.com/en/code-security/secret-scanning',
  examples: {
    // The example is cut so that the page itself holds nothing that looks like a token.
    bad: exampleFleet(`pools:\n  ci: { scope: web, env: { TOKEN: ${'ghp'}_${'0'.repeat(36)} } }`),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, env: { TOKEN: { secret: { name: ci-token, key: token } } } }',
    ),
  },
});
