import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, schemaText, startClient, starterFleet } from './support/client.ts';
import { type Editor, openEditor, snippetCapabilities } from './support/editor.ts';

const labels = (items: readonly { readonly label: string }[]) => items.map(({ label }) => label);

// Snippets of its own, so that the words of the language may change without this test.
const schema = JSON.parse(schemaText) as {
  readonly properties: {
    readonly pools: object;
    readonly credentials: { readonly additionalProperties: object };
  };
};
Object.assign(schema.properties.pools, {
  defaultSnippets: [
    {
      label: 'pool on busy',
      description: 'Follows the share of busy runners.',
      body: {
        '${1:ci}': {
          labels: ['${2:linux}'],
          autoscale: { min: '^${3:1}', max: '^$4', on: { busy: {} } },
        },
      },
    },
  ],
});
Object.assign(schema.properties.credentials.additionalProperties, {
  defaultSnippets: [
    { label: 'token', body: { pat: { secret: { from: { env: '${1:GITHUB_TOKEN}' } } } } },
  ],
});

let rich: Client;
let plain: Client;
beforeAll(async () => {
  const host = { schema: JSON.stringify(schema), delay: 60_000 };
  rich = await startClient(host, snippetCapabilities);
  plain = await startClient(host);
});
afterAll(() => Promise.all([rich.stop(), plain.stop()]));

let count = 0;
function edit(client: Client, text: string): Editor {
  const editor = openEditor(client, `file:///snippets/${count++}/fleet.yaml`);
  editor.type(text);
  return editor;
}

it('says what a snippet is, and leaves its indentation to the editor', async () => {
  const editor = edit(rich, 'pools:\n  ');
  const offered = await editor.offered();
  const item = offered.find(({ label }) => label === 'pool on busy');
  expect(item).toEqual({
    label: 'pool on busy',
    kind: 15,
    documentation: { kind: 'markdown', value: 'Follows the share of busy runners.' },
    sortText: item!.sortText,
    insertTextFormat: 2,
    insertTextMode: 2,
    textEdit: {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 2 } },
      newText:
        '${1:ci}:\n  labels: [${2:linux}]\n  autoscale:\n    min: ${3:1}\n    max: $4\n    on:\n      busy: {\\}',
    },
  });
  await editor.choose('pool on busy', ['build', 'ubuntu', '2', '8']);
  expect(editor.text()).toBe(
    'pools:\n  build:\n    labels: [ubuntu]\n    autoscale:\n      min: 2\n      max: 8\n      on:\n        busy: {}',
  );
});

it('inserts plain text where the editor knows no snippets', async () => {
  const editor = edit(plain, 'pools:\n  p');
  await editor.choose('pool on busy');
  expect(editor.text()).toBe(
    'pools:\n  ci:\n    labels: [linux]\n    autoscale:\n      min: 1\n      max: \n      on:\n        busy: {}',
  );
});

it.each([
  ['where the map is empty', 'credentials:\n  github:\n    ', true],
  [
    'in an override',
    'environments:\n  a:\n    override:\n      credentials:\n        github:\n          ',
    true,
  ],
  ['not where its key is there', 'credentials:\n  github:\n    pat: {}\n    ', false],
  ['not where another key excludes its own', 'credentials:\n  github:\n    app: {}\n    ', false],
  ['not in brackets', 'credentials:\n  github: { ', false],
  ['not as a value', 'credentials:\n  github: ', false],
])('offers a snippet %s', async (_where, text, isOffered) => {
  const offered = labels(await edit(rich, text).offered());
  expect(offered.includes('token')).toBe(isOffered);
});

const starter = starterFleet.replace(/^# yaml-language-server.*\n#\n/, '');

it('offers a whole file in an empty document, first of all, with tab stops in it', async () => {
  for (const before of ['', '\n', '# Ours.\n\n']) {
    const editor = edit(rich, before);
    const [first] = await editor.offered();
    expect(first).toMatchObject({ label: 'fleet', insertTextFormat: 2 });
    expect(first!.textEdit!.newText).toBe(starter.replace('runners', '${1:runners}'));
    await editor.choose('fleet', ['acme']);
    expect(editor.text()).toBe(before + starter.replace('runners', 'acme'));
  }
  const editor = edit(plain, '');
  await editor.choose('fleet');
  expect(editor.text()).toBe(starter);
  expect(labels(await edit(rich, 'kind: Fleet\n').offered())).not.toContain('fleet');
});

it('offers the example of a field that takes any text, selected', async () => {
  const text = 'pools:\n  ci:\n    workDir: ';
  const [item] = await edit(rich, text).offered();
  expect(item).toMatchObject({ label: '/work', detail: 'example', insertTextFormat: 2 });
  expect(item!.textEdit!.newText).toBe('${1:/work}');
  const editor = edit(plain, text);
  await editor.choose('/work');
  expect(editor.text()).toBe(`${text}/work`);
  const quoted = edit(rich, `${text}"`);
  await quoted.choose('/work');
  expect(quoted.text()).toBe(`${text}"/work`);
});
