import { expect, it } from 'vitest';
import { formatFleet } from './format-fleet.ts';

async function format(text: string): Promise<string> {
  const { value, diagnostics } = await formatFleet({ path: 'fleet.yaml', text });
  expect(diagnostics).toEqual([]);
  expect((await formatFleet({ path: 'fleet.yaml', text: value! })).value).toBe(value);
  return value!;
}

/** A text, and what it becomes; the same text where nothing follows. */
const cases: Readonly<Record<string, readonly [before: string, after?: string]>> = {
  'puts keys into the order of the reference, each with its comments': [
    `kind: Fleet # what
# which
apiVersion: fleetc.dev/v1
pools:
  b:
    # how many
    replicas: 2 # two
    scope: acme
`,
    `# which
apiVersion: fleetc.dev/v1
kind: Fleet # what
pools:
  b:
    scope: acme
    # how many
    replicas: 2 # two
`,
  ],
  'leaves names of pools, lists and raw fields in their order': [
    `pools:
  b:
    labels: [y, x]
    pod: { hostNetwork: true, dnsPolicy: None }
  a:
    env: { B: "1", A: "2" }
    patch:
      runner:
        z: 1
        a: 2
`,
  ],
  'orders the fields of an override like those of the file': [
    'environments:\n  x:\n    override:\n      pools: { a: { replicas: 1, scope: b } }\n      github: {}\n',
    'environments:\n  x:\n    override:\n      github: {}\n      pools: { a: { scope: b, replicas: 1 } }\n',
  ],
  'puts keys that the language does not know behind the others': [
    'zone: 1\nkind: Fleet\narea: 2\napiVersion: fleetc.dev/v1\n',
    'apiVersion: fleetc.dev/v1\nkind: Fleet\nzone: 1\narea: 2\n',
  ],
  'orders keys in quotes': [
    '"kind": Fleet\n\'apiVersion\': x\n',
    '\'apiVersion\': x\n"kind": Fleet\n',
  ],
  'keeps the modeline and a head above all': [
    '# yaml-language-server: $schema=x\n# the kind\nkind: Fleet\napiVersion: x\n',
    '# yaml-language-server: $schema=x\napiVersion: x\n# the kind\nkind: Fleet\n',
  ],
  'keeps a head that a blank line parts from the first key': [
    'controller:\n  # ours\n\n  credentials: a\n  namespace: b\n',
    'controller:\n  # ours\n\n  namespace: b\n  credentials: a\n',
  ],
  'indents by two columns, lists below their key as well': [
    'pools:\n    a:\n        env:\n        - x\n        -   - y\n            - z\n        -\n          k: v\n',
    'pools:\n  a:\n    env:\n      - x\n      - - y\n        - z\n      - k: v\n',
  ],
  'keeps one blank line of several, and none below a key or at the ends': [
    '\n\nmetadata:\n\n  name: a\n\n\n\npools:\n\n  a: {}\n\n\n',
    'metadata:\n  name: a\n\npools:\n  a: {}\n',
  ],
  'gives the blank line above the key that becomes the first one to the one that was': [
    'pools: {}\n\nmetadata: {}\n\nscopes: {}\n',
    'metadata: {}\n\nscopes: {}\n\npools: {}\n',
  ],
  'keeps comments at the end of the block that their column puts them in': [
    'pools:\n    a:\n        scope: x\n        # of a\n    # of pools\n# of all\n',
    'pools:\n  a:\n    scope: x\n    # of a\n  # of pools\n# of all\n',
  ],
  'gives comments to the key below where they are no deeper': [
    'pools:\n  a:\n    scope: x\n   # above b\n# too\n  b: {}\n',
    'pools:\n  a:\n    scope: x\n  # above b\n  # too\n  b: {}\n',
  ],
  'keeps the blanks before a comment': [
    'kind: Fleet    # a\nscopes:      # b\n  a: {}\npools: {}    # c\n',
  ],
  'sets blanks in brackets and around colons': [
    'pools:   {a: {labels: [x,y ],replicas:   1},b:{ }}\nscopes: {"x":{organization: y}}\n',
    'scopes: { "x": { organization: y } }\npools: { a: { labels: [x, y], replicas: 1 }, b: {} }\n',
  ],
  'writes brackets that pass 100 columns in lines': [
    `pools:
  a: { scope: x, labels: [aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbb], resources: { requests: { cpu: 1 } } } # ours
  b: [ { x: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, y: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa }, [ z ] ]
`,
    `pools:
  a: # ours
    scope: x
    labels: [aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbb]
    resources: { requests: { cpu: 1 } }
  b:
    - x: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      y: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    - [z]
`,
  ],
  'writes brackets in lines that were written so, and joins others': [
    'pools:\n  a: {\n    scope: x,\n    labels: [a,\n      b],\n   }\n  b:\n    { scope: x, labels:\n        [a] }\n',
    'pools:\n  a:\n    scope: x\n    labels: [a, b]\n  b:\n    scope: x\n    labels:\n      - a\n',
  ],
  'keeps brackets on their line below a comment that silences a finding of it': [
    `pools:
  # fleetc-ignore FLC4401: so
  a: { scope: x, labels: [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccc] }
`,
  ],
  'leaves brackets with comments in them as they are': [
    'pools:\n    a:\n        labels: [\n          x, # one\n          y]\n        scope:   z\n',
    'pools:\n  a:\n    scope: z\n    labels: [\n      x, # one\n      y]\n',
  ],
  'moves a text in lines of its own and changes no character of it': [
    'pools:\n    a:\n        image: |\n              one\n\n                two  \n\n        # next\n        scope: >2-\n            x\n          y: z\n    b: |+\n      end\n\n',
    'pools:\n  a:\n    # next\n    scope: >2-\n        x\n      y: z\n\n    image: |\n      one\n\n        two  \n  b: |+\n    end\n\n',
  ],
  'keeps the line breaks of a long word, and its quotes': [
    'pools:\n    a: \'one\n\n          two\'\n    b: one\n         two\n    c:\n      "x\\\n      y"\n    d:\n       e\n',
    'pools:\n  a: \'one\n\n    two\'\n  b: one\n    two\n  c:\n    "x\\\n    y"\n  d: e\n',
  ],
  'keeps anchors, aliases and tags': [
    'pools:\n    a: &x\n        labels:   &y [ a ]\n    b:   *x\n    c: !!str   1\n    d: !!map\n        e: *y\n',
    'pools:\n  a: &x\n    labels: &y [a]\n  b: *x\n  c: !!str 1\n  d: !!map\n    e: *y\n',
  ],
  'leaves keys where an alias would come to stand above its anchor': [
    'kind: &x Fleet\napiVersion:   *x\n',
    'kind: &x Fleet\napiVersion: *x\n',
  ],
  'keeps what stands before and behind the document': [
    '%YAML 1.2\n--- # one\nkind: Fleet\napiVersion: x\n... # end\n',
    '%YAML 1.2\n--- # one\napiVersion: x\nkind: Fleet\n... # end\n',
  ],
  'leaves a document that begins on the line of its marker, and one that is in brackets': [
    '--- {kind: Fleet}\n',
  ],
  'leaves keys that are written with a question mark': [
    'pools:\n    a:\n        kind:   y\n        ? scope\n        :    x\n',
    'pools:\n  a:\n    ? scope\n    :    x\n    kind: y\n',
  ],
  'writes line feeds and no byte order mark': [
    '\uFEFFkind: Fleet\r\npools:\r\n  a: |\r\n    x\r\n    y',
    'kind: Fleet\npools:\n  a: |\n    x\n    y\n',
  ],
};

it.each(Object.entries(cases))('%s', async (_, [before, after = before]) => {
  expect(await format(before)).toBe(after);
});

it.each([
  ['FLC1005', 'pools: [\n'],
  ['FLC1002', 'a: 1\na: 2\n'],
  ['FLC1006', '<<: { a: 1 }\n'],
])('gives no text for one with %s', async (code, text) => {
  const { value, diagnostics } = await formatFleet({ path: 'fleet.yaml', text });
  expect(value).toBeUndefined();
  expect(diagnostics.map((found) => found.code)).toEqual([code]);
});
