import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  isDnsLabel,
  isDnsSubdomain,
  isEnvironmentName,
  isLabelKey,
  isLabelValue,
  nameProblem,
  type NameKind,
} from './dns-name.ts';

const predicates: Record<NameKind, (text: string) => boolean> = {
  dnsLabel: isDnsLabel,
  dnsSubdomain: isDnsSubdomain,
  labelKey: isLabelKey,
  labelValue: isLabelValue,
  environmentName: isEnvironmentName,
};

const a = (count: number) => 'a'.repeat(count);

it.each<[NameKind, string]>([
  ['dnsLabel', 'a'],
  ['dnsLabel', '0-a'],
  ['dnsLabel', a(63)],
  ['dnsSubdomain', 'a.b-c.0'],
  ['dnsSubdomain', a(253)],
  ['labelKey', 'App_name.v1'],
  ['labelKey', 'app.kubernetes.io/name'],
  ['labelKey', `${a(253)}/${a(63)}`],
  ['labelValue', ''],
  ['labelValue', 'V1.2_x-y'],
  ['labelValue', a(63)],
  ['environmentName', 'PATH'],
  ['environmentName', '_a.b-c'],
  ['environmentName', '.hidden'],
])('takes for a %s the text %j', (kind, text) => {
  expect(nameProblem(kind, text)).toBeUndefined();
  expect(predicates[kind](text)).toBe(true);
});

it.each<[NameKind, string, string]>([
  ['dnsLabel', '', 'it is empty'],
  ['dnsLabel', 'webApp', 'it has the upper-case letter "A"'],
  ['dnsLabel', 'web_app', 'it has "_", allowed are a-z, 0-9 and "-"'],
  ['dnsLabel', 'web.app', 'it has ".", allowed are a-z, 0-9 and "-"'],
  ['dnsLabel', 'web app', 'it has a space, allowed are a-z, 0-9 and "-"'],
  ['dnsLabel', 'web\n', 'it has a line break, allowed are a-z, 0-9 and "-"'],
  ['dnsLabel', 'wéb', 'it has "é", allowed are a-z, 0-9 and "-"'],
  ['dnsLabel', '💥', 'it has "💥", allowed are a-z, 0-9 and "-"'],
  ['dnsLabel', '\u0000', 'it has the character U+0000, allowed are a-z, 0-9 and "-"'],
  ['dnsLabel', '-web', 'it starts with "-"'],
  ['dnsLabel', 'web-', 'it ends with "-"'],
  ['dnsLabel', a(64), 'it has 64 characters, 63 are allowed'],
  ['dnsSubdomain', 'a_b', 'it has "_", allowed are a-z, 0-9, "-" and "."'],
  ['dnsSubdomain', 'a..b', 'it has an empty part beside a "."'],
  ['dnsSubdomain', '.a', 'it has an empty part beside a "."'],
  ['dnsSubdomain', 'a.', 'it has an empty part beside a "."'],
  ['dnsSubdomain', '-a', 'it starts with "-"'],
  ['dnsSubdomain', 'b.a-', 'the part "a-" ends with "-"'],
  ['dnsSubdomain', a(254), 'it has 254 characters, 253 are allowed'],
  ['labelKey', '', 'it is empty'],
  ['labelKey', 'a b', 'it has a space, allowed are A-Z, a-z, 0-9, "-", "_" and "."'],
  ['labelKey', 'Acme.io/name', 'in the prefix before "/", it has the upper-case letter "A"'],
  ['labelKey', '/name', 'in the prefix before "/", it is empty'],
  ['labelKey', 'acme.io/', 'in the name after "/", it is empty'],
  [
    'labelKey',
    'a/b/c',
    'in the name after "/", it has "/", allowed are A-Z, a-z, 0-9, "-", "_" and "."',
  ],
  ['labelKey', `a/${a(64)}`, 'in the name after "/", it has 64 characters, 63 are allowed'],
  ['labelValue', '_a', 'it starts with "_"'],
  ['labelValue', a(64), 'it has 64 characters, 63 are allowed'],
  ['environmentName', '', 'it is empty'],
  ['environmentName', '1A', 'it starts with a digit'],
  ['environmentName', 'A=B', 'it has "=", allowed are A-Z, a-z, 0-9, "_", "-" and "."'],
  ['environmentName', '..', 'it reads as a path'],
  ['environmentName', '.', 'it reads as a path'],
])('refuses for a %s the text %j because %s', (kind, text, problem) => {
  expect(nameProblem(kind, text)).toBe(problem);
  expect(predicates[kind](text)).toBe(false);
});

it('agrees with the patterns of Kubernetes on every text', () => {
  const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
  const qualified = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
  const patterns: Record<NameKind, RegExp> = {
    dnsLabel: new RegExp(`^(?=.{1,63}$)${label}$`),
    dnsSubdomain: new RegExp(`^(?=.{1,253}$)${label}(\\.${label})*$`),
    labelKey: new RegExp(
      `^(?:(?=[^/]{1,253}/)${label}(\\.${label})*/)?(?=[^/]{1,63}$)${qualified}$`,
    ),
    labelValue: new RegExp(`^(?=.{0,63}$)(${qualified})?$`),
    environmentName: /^(?!\.\.|\.$)[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  };
  const kinds = Object.keys(patterns) as NameKind[];
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[aZ0_./-]{0,8}$/),
    fc.stringMatching(/^[a.-]{50,70}$/),
    fc.stringMatching(/^[a0]{0,4}[a.]{240,260}$/),
  );
  fc.assert(
    fc.property(fc.constantFrom(...kinds), text, (kind, text) => {
      expect(nameProblem(kind, text) === undefined).toBe(patterns[kind].test(text));
    }),
    { numRuns: 2000 },
  );
});
