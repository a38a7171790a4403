import { expect, it } from 'vitest';
import { formatCapacityJson } from './format-json.ts';
import { everything, measureText } from './testing/measure-text.ts';

function gpu(count: string) {
  return { 'nvidia.com/gpu': count };
}

it('gives every figure under a stable key', async () => {
  const { assumptions, ...document } = JSON.parse(
    formatCapacityJson(await measureText(everything)),
  );
  expect(assumptions).toHaveLength(8);
  expect(document).toEqual({
    version: 1,
    sharedGithubApi: [],
    environments: [
      {
        name: 'default',
        pools: [
          {
            name: 'build',
            scopes: ['acme', 'web'],
            runners: { minimum: 2, maximum: 120 },
            requests: { cpu: '90', memory: '180Gi', ephemeralStorage: '0', others: gpu('120') },
            claims: [
              {
                volume: 'work',
                lifetime: 'ephemeral',
                storageClass: null,
                size: '20Gi',
                count: 120,
                total: '2400Gi',
              },
            ],
            hasRawFields: false,
          },
          {
            name: 'cache',
            scopes: ['acme'],
            runners: { minimum: 3, maximum: 3 },
            requests: { cpu: '2250m', memory: '4608Mi', ephemeralStorage: '0', others: gpu('3') },
            claims: [
              {
                volume: 'cache',
                lifetime: 'kept',
                storageClass: 'fast',
                size: '50Gi',
                count: 3,
                total: '150Gi',
              },
            ],
            hasRawFields: true,
          },
          {
            name: 'jobs',
            scopes: ['acme'],
            runners: { minimum: 0, maximum: 8 },
            requests: { cpu: '6', memory: '12Gi', ephemeralStorage: '0', others: gpu('8') },
            claims: [],
            hasRawFields: false,
          },
        ],
        total: {
          runners: { minimum: 5, maximum: 131 },
          requests: {
            cpu: '98250m',
            memory: '201216Mi',
            ephemeralStorage: '0',
            others: gpu('131'),
          },
          claims: { count: 123, size: '2550Gi' },
        },
        githubApi: [
          {
            credential: 'github',
            kind: 'pat',
            callsPerHour: 662,
            limit: 5000,
            calls: [
              call('runners', 'organization acme', ['build'], [1, 60, 60]),
              call('runs', 'repository acme/web', ['jobs'], [2, 60, 120]),
              call('jobs', 'pool "jobs" at organization acme', ['jobs'], [8, 60, 480]),
              call('tokens', 'organization acme', ['build', 'cache', 'jobs'], [1, 2, 2]),
            ],
          },
          {
            credential: 'web-app',
            kind: 'app',
            callsPerHour: 62,
            limit: 5000,
            calls: [
              call('runners', 'repository acme/web', ['build'], [1, 60, 60]),
              call('tokens', 'repository acme/web', ['build'], [1, 2, 2]),
            ],
          },
        ],
        dockerHub: {
          windowHours: 6,
          pulls: 142,
          limits: { anonymous: 100, personal: 200, paid: null },
          login: null,
          pools: [
            { pool: 'build', images: [runner], runners: 120, pulls: 120 },
            { pool: 'cache', images: [runner, dind], runners: 3, pulls: 6 },
            { pool: 'jobs', images: [runner, dind], runners: 8, pulls: 16 },
          ],
        },
      },
    ],
  });
});

const runner = 'summerwind/actions-runner:v2.335.1-ubuntu-22.04';
const dind = 'docker:28.0.4-dind';

function call(
  purpose: string,
  subject: string,
  pools: string[],
  [calls, pollsPerHour, callsPerHour]: [number, number, number],
) {
  return { purpose, subject, pools, calls, pollsPerHour, callsPerHour };
}

it('gives no limit where a server sets none', async () => {
  const blocks = 'github: { url: https://github.acme.example }\n';
  const { environments } = JSON.parse(formatCapacityJson(await measureText(blocks)));
  expect(environments[0].githubApi[0].limit).toBeNull();
});

it('gives what environments take from one limit', async () => {
  const blocks = `credentials:
  github: { app: { id: 1, installationId: 2, secret: { from: { existing: true } } } }
environments: { a: {}, b: {} }
`;
  expect(JSON.parse(formatCapacityJson(await measureText(blocks))).sharedGithubApi).toEqual([
    {
      payer: 'App 1, installation 2',
      callsPerHour: 4,
      limit: 5000,
      uses: [
        { environment: 'a', credential: 'github', callsPerHour: 2 },
        { environment: 'b', credential: 'github', callsPerHour: 2 },
      ],
    },
  ]);
});
