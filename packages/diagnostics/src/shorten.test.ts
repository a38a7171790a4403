import { expect, it } from 'vitest';
import { shortenDiagnostic } from './shorten.ts';

const span = { file: 'fleet.yaml', start: 0, end: 1 };
const rule = { code: 'FLC2001', rule: 'unknown-key', severity: 'error' } as const;

const words = (text: string) => ({
  ...rule,
  message: text,
  why: text,
  fix: text,
  primary: { span, text },
  related: [{ span, text }],
  path: ['pools', text, 0],
});

it('cuts whatever a finding quotes, and leaves what people can read', () => {
  const long = 'a'.repeat(10_000);
  const cut = `${'a'.repeat(8000)}…`;
  expect(shortenDiagnostic(words(long))).toEqual(words(cut));
  expect(shortenDiagnostic(words('short'))).toEqual(words('short'));
});
