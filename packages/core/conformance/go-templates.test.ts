import { expect, it } from 'vitest';
import { compileExample } from '../src/testing/compile-example.ts';
import { needsGo, type RenderJob, renderTemplates } from './render-templates.ts';

const timeout = 120_000;

/** Texts that break a configuration which is put together from pieces, or a template that they stand in. */
const nasty = [
  'simple',
  'quote " and \\ backslash',
  "<&> ' ` $HOME ${HOME} %s",
  '{{ .password }} }} {{',
  'é 𝄞 \u2028 \u0000 \u0001',
  'line\nend\r\n',
  'robot$ci',
  '   ',
];

type Operator = 'externalSecret' | 'vaultSecret';

function template(operator: Operator, spec: unknown): Record<string, string> {
  const { target, destination } = spec as {
    target?: { template: { data: Record<string, string> } };
    destination?: { transformation: { templates: Record<string, { text: string }> } };
  };
  if (operator === 'externalSecret') return target!.template.data;
  const entries = Object.entries(destination!.transformation.templates);
  return Object.fromEntries(entries.map(([key, { text }]) => [key, text]));
}

async function loginTemplate(operator: Operator, username?: string): Promise<string> {
  const fields = operator === 'externalSecret' ? '{ property: u }' : 'username';
  const name =
    username === undefined
      ? `secret: { from: { ${operator}: { fields: { username: ${fields} } } } }`
      : `username: ${JSON.stringify(username)}, secret: { from: { ${operator}: {} } }`;
  const { secrets } = await compileExample(`secrets: { store: vault, vault: { mount: kv } }
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, ${name} } }
registry: { pullSecrets: [hub] }`);
  const { object } = secrets.get('cert-manager/hub')!;
  return template(operator, object['spec'])['.dockerconfigjson']!;
}

function configOf(username: string, password: string): unknown {
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  return { auths: { 'https://index.docker.io/v1/': { username, password, auth } } };
}

const operators = ['externalSecret', 'vaultSecret'] as const;

for (const operator of operators) {
  it(
    `makes a Docker configuration of whatever stands in user name and password: ${operator}`,
    async (context) => {
      needsGo(context);
      const jobs: RenderJob[] = [];
      const expected: unknown[] = [];
      const remote = await loginTemplate(operator);
      for (const username of nasty) {
        const literal = await loginTemplate(operator, username);
        for (const password of nasty) {
          jobs.push({ operator, text: literal, values: { password } });
          jobs.push({ operator, text: remote, values: { username, password } });
          expected.push(configOf(username, password), configOf(username, password));
        }
      }
      const rendered = renderTemplates(jobs);
      expect(rendered.map(({ error }) => error).filter(Boolean)).toEqual([]);
      expect(rendered.map(({ text }) => JSON.parse(text))).toEqual(expected);
    },
    timeout,
  );

  it(
    `hands a private key on as it is, and the ids of its App: ${operator}`,
    async (context) => {
      needsGo(context);
      const { secrets } = await compileExample(`secrets: { store: vault, vault: { mount: kv } }
credentials:
  github: { app: { id: 12, installationId: 34, secret: { from: { ${operator}: {} } } } }`);
      const data = template(operator, [...secrets.values()][0]!.object['spec']);
      const values = { github_app_private_key: '-----BEGIN "KEY"-----\nabc+/=\n-----END-----\n' };
      const texts = renderTemplates(
        Object.values(data).map((text) => ({ operator, text, values })),
      );
      expect(Object.keys(data).map((key, index) => [key, texts[index]])).toEqual([
        ['github_app_id', { text: '12', error: '' }],
        ['github_app_installation_id', { text: '34', error: '' }],
        ['github_app_private_key', { text: values.github_app_private_key, error: '' }],
      ]);
    },
    timeout,
  );

  it(
    `makes no Secret of a value that is not there: ${operator}`,
    async (context) => {
      needsGo(context);
      const text = await loginTemplate(operator, 'ci');
      const [outcome] = renderTemplates([{ operator, text, values: {} }]);
      expect(outcome!.text).toBe('');
      expect(outcome!.error).toMatch(/the entry has no field password|no entry for key "password"/);
    },
    timeout,
  );
}

it(
  'gives annotations back as they stand in the file',
  async (context) => {
    needsGo(context);
    const annotations = Object.fromEntries(nasty.map((text, index) => [`a${index}`, text]));
    const { secrets } = await compileExample(
      `metadata: { name: acme, annotations: ${JSON.stringify(annotations)} }\nsecrets: { default: externalSecret, store: vault }\ncredentials:\n  github: { pat: {} }`,
    );
    const { target } = [...secrets.values()][0]!.object['spec'] as {
      target: { template: { metadata: { annotations: Record<string, string> } } };
    };
    const texts = Object.values(target.template.metadata.annotations);
    const jobs = texts.map((text) => ({ operator: 'externalSecret', text, values: {} }) as const);
    expect(renderTemplates(jobs).map(({ text }) => text)).toEqual(nasty);
  },
  timeout,
);

it(
  'gives what is no secret to a SealedSecret as it stands in the file',
  async (context) => {
    needsGo(context);
    const sealed = `AQ${'A'.repeat(2498)}`;
    const { secrets } = await compileExample(`github: { url: https://acme.ghe.com }
credentials:
  github: { app: { id: 12, installationId: 34, secret: { from: { sealedSecret: { scope: cluster, sealed: { "*": { github_app_private_key: ${sealed} } } } } } } }`);
    const { template: made } = [...secrets.values()][0]!.object['spec'] as {
      template: { data: Record<string, string> };
    };
    const jobs = Object.values(made.data).map(
      (text) =>
        ({ operator: 'sealedSecret', text, values: { github_app_private_key: 'k' } }) as const,
    );
    const texts = renderTemplates(jobs).map(({ text }) => text);
    expect(
      Object.fromEntries(Object.keys(made.data).map((key, index) => [key, texts[index]])),
    ).toEqual({
      github_app_id: '12',
      github_app_installation_id: '34',
      github_runner_url: 'https://acme.ghe.com',
      github_url: 'https://api.acme.ghe.com',
    });
  },
  timeout,
);
