import { expect, it } from 'vitest';
import { renderGitHub } from './render-github.ts';
import type { Severity } from './rule.ts';
import { labelAt, sampleDiagnostic, sampleHost } from './testing/samples.ts';

const text = 'scopes:\n  web: x\n';

it('prints one command a finding, with inclusive ends', () => {
  const placed = sampleDiagnostic({ primary: labelAt('fleet.yaml', text, 'web') });
  const warning = sampleDiagnostic({
    severity: 'warning',
    primary: labelAt('fleet.yaml', text, 'scopes:\n  web'),
  });
  const info = sampleDiagnostic({ severity: 'info', why: '', fix: '' });
  const unread = sampleDiagnostic({ primary: labelAt('gone.yaml', text, 'web'), why: '', fix: '' });
  const message = 'pool "arm" uses credential "acme-app", which is not defined';
  const words = `${message}%0Awhy: without a credential the runners cannot register%0Afix: write "acme-gh-app"`;
  expect(renderGitHub([placed, warning, info, unread], sampleHost({ 'fleet.yaml': text }))).toBe(
    `::error file=fleet.yaml,line=2,endLine=2,col=3,endColumn=5,title=FLC3102 unknown-credential::${words}
::warning file=fleet.yaml,line=1,endLine=2,title=FLC3102 unknown-credential::${words}
::notice title=FLC3102 unknown-credential::${message}
::error file=gone.yaml,title=FLC3102 unknown-credential::${message}
`,
  );
});

it('escapes what would end a property or a command', () => {
  const diagnostic = sampleDiagnostic({
    message: '100%\r\n::error::forged, really: \u001b',
    why: '',
    fix: '',
    primary: labelAt('a,b:c%.yaml', text, 'web'),
  });
  expect(renderGitHub([diagnostic], sampleHost({}))).toBe(
    '::error file=a%2Cb%3Ac%25.yaml,title=FLC3102 unknown-credential::100%25%0A::error::forged, really: ␛\n',
  );
});

it('names files from the root of the repository', () => {
  const diagnostic = sampleDiagnostic({ primary: labelAt('fleet.yaml', text, 'web') });
  const host = sampleHost({ 'fleet.yaml': text }, { rootPrefix: 'infra/' });
  expect(renderGitHub([diagnostic], host)).toContain('file=infra/fleet.yaml,line=2,');
});

it.each<[Partial<Record<Severity, number>>, [number, number, number], string | undefined]>([
  [{ error: 10, warning: 10, info: 10 }, [10, 10, 10], undefined],
  [{ error: 11, warning: 2, info: 3 }, [10, 2, 4], '1 more finding'],
  [{ error: 1, warning: 30, info: 10 }, [1, 10, 10], '21 more findings'],
  [{ info: 11 }, [0, 0, 10], '2 more findings'],
])('of %j prints at most ten of a kind and counts the rest', (counts, kinds, rest) => {
  const diagnostics = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    Array.from({ length: counts[severity] ?? 0 }, () => sampleDiagnostic({ severity })),
  );
  const rows = renderGitHub(diagnostics, sampleHost({})).trimEnd().split('\n');
  const count = (kind: string) => rows.filter((row) => row.startsWith(`::${kind}`)).length;
  expect([count('error'), count('warning'), count('notice')]).toEqual(kinds);
  expect(rows.at(-1)?.startsWith('::notice::')).toBe(rest !== undefined);
  if (rest) expect(rows.at(-1)).toBe(`::notice::${rest}; "fleetc check" shows all of them`);
});

it('prints nothing when nothing was found', () => {
  expect(renderGitHub([], sampleHost({}))).toBe('');
});
