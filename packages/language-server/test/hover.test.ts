import { join } from 'node:path';
import { readMarkers } from '@fleetc/testing/markers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { type Client, startClient } from './support/client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

async function hover(uri: string, text: string, line: number, character: number) {
  client.open(uri, text);
  const found = await client.hover(uri, { line, character });
  return found && { ...found, markdown: (found.contents as MarkupContent).value };
}

// Pieces, separated by `&&`, of what is shown, in their order.
it.each(readMarkers(join(import.meta.dirname, 'hover'), false))(
  'shows at $name: $expected',
  async ({ name, text, position: { line, character }, expected }) => {
    const found = await hover(`file:///hover/${name}/fleet.yaml`, text, line, character);
    let rest = found!.markdown;
    for (const piece of expected.split(' && ')) {
      expect(rest).toContain(piece);
      rest = rest.slice(rest.indexOf(piece) + piece.length);
    }
  },
);

const fleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
credentials: { github: { pat: { secret: { from: { existing: true } } } } }
scopes: { web: { repository: acme/web } }
pools:
  ci:
    env: { TOKEN: "Zk8Jq2Lw9Xv4Rb7Ty1Nc6Md3Pf5Hg0Sa", MODE: fast }
`;

it('shows the field and the value in effect, for the word that is pointed at', async () => {
  const text = fleet.replace('    env', '    replicas: 3 # 😀\n    env');
  expect(await hover('file:///whole/fleet.yaml', text, 7, 6)).toMatchObject({
    markdown:
      'A fixed number of runners; 1 when absent.\n\nExample: `2`\n\n' +
      'In effect:\n\n```yaml\nreplicas: 3 # file, line 8\n```\n\n' +
      'Becomes:\n\n- `spec.replicas` of RunnerDeployment acme-ci',
    range: { start: { line: 7, character: 4 }, end: { line: 7, character: 12 } },
  });
});

it('shows nothing of a value that looks like a secret', async () => {
  const found = await hover('file:///suspicious/fleet.yaml', fleet, 7, 5);
  expect(found!.markdown).toContain('MODE.value: fast # file, line 8');
  expect(found!.markdown).not.toMatch(/Zk8J|Hg0Sa/);
});

it('shows nothing where no word is, and nothing of a word that the language does not have', async () => {
  expect(await hover('file:///none/fleet.yaml', `${fleet}\n# pools\n`, 9, 4)).toBeNull();
  expect(await hover('file:///word/fleet.yaml', 'pols: 1\n', 0, 2)).toBeNull();
});
