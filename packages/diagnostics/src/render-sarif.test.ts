import { expect, it } from 'vitest';
import { renderSarif } from './render-sarif.ts';
import { labelAt, sampleDiagnostic, sampleHost } from './testing/samples.ts';

const text = 'scopes:\n  web: x\n';

/** The parts of the log that the tests look into. */
interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: object;
              readonly region?: object;
            };
          },
        ];
      }[];
    },
  ];
}

const render = (...args: Parameters<typeof renderSarif>) => JSON.parse(renderSarif(...args)) as Log;

it('prints a finding with rule, region, related place and fingerprint', () => {
  const diagnostic = sampleDiagnostic({
    path: ['scopes', 'web'],
    primary: labelAt('fleet.yaml', text, 'web', 'not in SARIF'),
    related: [labelAt('fleet.yaml', text, 'scopes', 'here')],
  });
  expect(renderSarif([diagnostic], sampleHost({ 'fleet.yaml': text }))).toBe(`{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "fleetc",
          "semanticVersion": "0.1.0",
          "rules": [
            {
              "id": "FLC3102",
              "name": "unknown-credential",
              "shortDescription": {
                "text": "A credential is referred to and not defined"
              },
              "fullDescription": {
                "text": "without a credential the runners cannot register"
              },
              "help": {
                "text": "run \\"fleetc explain FLC3102\\""
              },
              "helpUri": "https://docs.example.com/credentials",
              "defaultConfiguration": {
                "level": "error"
              }
            }
          ]
        }
      },
      "columnKind": "utf16CodeUnits",
      "results": [
        {
          "ruleId": "FLC3102",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "pool \\"arm\\" uses credential \\"acme-app\\", which is not defined\\nwhy: without a credential the runners cannot register\\nfix: write \\"acme-gh-app\\""
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "fleet.yaml",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 3,
                  "endLine": 2,
                  "endColumn": 6
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "scopes.web"
                }
              ]
            }
          ],
          "relatedLocations": [
            {
              "id": 0,
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "fleet.yaml",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1,
                  "endColumn": 7
                }
              },
              "message": {
                "text": "here"
              }
            }
          ],
          "partialFingerprints": {
            "fleetcFinding/v1": "2552892907e9a087"
          }
        }
      ]
    }
  ]
}
`);
});

it('has a rule for every result, each once and in the order of codes', () => {
  const codes = ['FLC4002', 'FLC3102', 'FLC4002', 'FLC1001'];
  const [run] = render(
    codes.map((code) => sampleDiagnostic({ code })),
    sampleHost({}),
  ).runs;
  const { rules } = run.tool.driver;
  expect(rules.map(({ id }) => id)).toEqual(['FLC1001', 'FLC3102', 'FLC4002']);
  expect(run.results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(codes);
});

it('maps severities to levels', () => {
  const severities = ['error', 'warning', 'info'] as const;
  const [run] = render(
    severities.map((severity) => sampleDiagnostic({ severity })),
    sampleHost({}),
  ).runs;
  expect(run.results.map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
});

it.each([
  ['fleet.yaml', '', { uri: 'fleet.yaml', uriBaseId: '%SRCROOT%' }],
  ['./fleet.yaml', '', { uri: 'fleet.yaml', uriBaseId: '%SRCROOT%' }],
  ['my fleet/ü#1.yaml', '', { uri: 'my%20fleet/%C3%BC%231.yaml', uriBaseId: '%SRCROOT%' }],
  ['fleet.yaml', 'infra', { uri: 'infra/fleet.yaml', uriBaseId: '%SRCROOT%' }],
  ['fleet.yaml', 'infra/', { uri: 'infra/fleet.yaml', uriBaseId: '%SRCROOT%' }],
  ['a\\b.yaml', '', { uri: 'a/b.yaml', uriBaseId: '%SRCROOT%' }],
  ['\ud800.yaml', '', { uri: '%EF%BF%BD.yaml', uriBaseId: '%SRCROOT%' }],
  ['/srv/fleet.yaml', 'infra', { uri: 'file:///srv/fleet.yaml' }],
  ['C:\\x\\fleet.yaml', '', { uri: 'file:///C%3A/x/fleet.yaml' }],
])('turns the file %j below %j into a URI', (file, rootPrefix, artifactLocation) => {
  const diagnostic = sampleDiagnostic({ primary: labelAt(file, 'x', 'x') });
  const [run] = render([diagnostic], sampleHost({}, { rootPrefix })).runs;
  expect(run.results[0]?.locations[0].physicalLocation).toEqual({ artifactLocation });
});

it('puts a finding without a place at the top of the file, because uploads need one', () => {
  const [run] = render([sampleDiagnostic()], sampleHost({ 'fleet.yaml': text })).runs;
  expect(run.results[0]?.locations[0].physicalLocation.region).toEqual({
    startLine: 1,
    startColumn: 1,
    endLine: 1,
    endColumn: 1,
  });
  expect(render([sampleDiagnostic()], sampleHost({})).runs[0].results[0]?.locations).toEqual([]);
});

it('prints the same bytes twice, and an empty run when nothing was found', () => {
  const host = sampleHost({ 'fleet.yaml': text });
  expect(renderSarif([sampleDiagnostic()], host)).toBe(renderSarif([sampleDiagnostic()], host));
  expect(render([], host).runs[0].results).toEqual([]);
});
