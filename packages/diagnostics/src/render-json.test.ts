import { expect, it } from 'vitest';
import { renderJson } from './render-json.ts';
import { labelAt, sampleDiagnostic, sampleHost } from './testing/samples.ts';

const text = 'scopes:\r\n  web: "\u0007ü"\n';

it('prints a finding with both places, and one without any', () => {
  const placed = sampleDiagnostic({
    severity: 'warning',
    path: ['scopes', 'web', 0],
    primary: labelAt('fleet.yaml', text, 'web', 'not in JSON'),
    related: [labelAt('gone.yaml', text, 'scopes', 'seen "here"')],
  });
  const shown = renderJson(
    [placed, sampleDiagnostic({ why: '' })],
    sampleHost({ 'fleet.yaml': text }),
  );
  expect(shown).toBe(`{
  "version": 1,
  "diagnostics": [
    {
      "code": "FLC3102",
      "rule": "unknown-credential",
      "severity": "warning",
      "message": "pool \\"arm\\" uses credential \\"acme-app\\", which is not defined",
      "why": "without a credential the runners cannot register",
      "fix": "write \\"acme-gh-app\\"",
      "file": "fleet.yaml",
      "start": {
        "offset": 11,
        "line": 2,
        "column": 3
      },
      "end": {
        "offset": 14,
        "line": 2,
        "column": 6
      },
      "path": "scopes.web[0]",
      "related": [
        {
          "text": "seen \\"here\\"",
          "file": "gone.yaml",
          "start": {
            "offset": 0,
            "line": null,
            "column": null
          },
          "end": {
            "offset": 6,
            "line": null,
            "column": null
          }
        }
      ]
    },
    {
      "code": "FLC3102",
      "rule": "unknown-credential",
      "severity": "error",
      "message": "pool \\"arm\\" uses credential \\"acme-app\\", which is not defined",
      "why": "",
      "fix": "write \\"acme-gh-app\\"",
      "file": null,
      "start": null,
      "end": null,
      "path": null,
      "related": []
    }
  ],
  "summary": {
    "errors": 1,
    "warnings": 1,
    "infos": 0
  }
}
`);
});

it('prints a whole report when nothing was found', () => {
  expect(renderJson([], sampleHost({}))).toBe(`{
  "version": 1,
  "diagnostics": [],
  "summary": {
    "errors": 0,
    "warnings": 0,
    "infos": 0
  }
}
`);
});
