import { expect, it } from 'vitest';
import type { Fleet } from '../model.ts';
import { apiBudgets } from './api-budget.ts';
import { sharedBudgets } from './shared-budget.ts';
import { resolveBlocks } from './testing/resolve-blocks.ts';

const existing = 'secret: { from: { existing: true } }';
const app = (id: number, installation: number) =>
  `{ app: { id: ${id}, installationId: ${installation}, ${existing} } }`;
const sops = (file: string) => `{ pat: { secret: { from: { sops: { file: ${file} } } } } }`;

const fleetOf = (credentials: Readonly<Record<string, string>>, blocks = '') => {
  const names = Object.keys(credentials);
  const entries = names.map((name) => `  ${name}: ${credentials[name]}\n`);
  const scopes = names.map(
    (name) => `  ${name}: { repository: acme/${name}, credentials: ${name} }\n`,
  );
  const pools = names.map((name) => `  ${name}: { scope: ${name} }\n`);
  const controller = `controller: { credentials: ${names[0]} }\n`;
  return resolveBlocks(
    `${blocks}${controller}credentials:\n${entries.join('')}scopes:\n${scopes.join('')}pools:\n${pools.join('')}`,
  );
};

function sumsOf(fleets: readonly Fleet[]) {
  return sharedBudgets(
    fleets.map((fleet, index) => ({ environment: `e${index}`, api: apiBudgets(fleet) })),
  );
}

it('adds up what one installation of an App pays for, under whatever name', async () => {
  const fleets = [
    await fleetOf({ a: app(1, 2), b: app(1, 3) }),
    await fleetOf({ a: app(1, 2) }),
    await fleetOf({ other: app(1, 2), c: app(2, 2) }),
  ];
  expect(sumsOf(fleets)).toEqual([
    {
      payer: 'App 1, installation 2',
      limit: 5000,
      callsPerHour: 6,
      uses: [
        { environment: 'e0', credential: 'a', callsPerHour: 2 },
        { environment: 'e1', credential: 'a', callsPerHour: 2 },
        { environment: 'e2', credential: 'other', callsPerHour: 2 },
      ],
    },
  ]);
});

it('tells Apps of one number apart by their GitHub', async () => {
  const server = 'github: { url: https://github.acme.example }\n';
  const fleets = [
    await fleetOf({ a: app(1, 2) }),
    await fleetOf({ a: app(1, 2) }, server),
    await fleetOf({ a: app(1, 2) }, server),
  ];
  expect(sumsOf(fleets)).toEqual([
    {
      payer: 'App 1, installation 2 at https://github.acme.example',
      callsPerHour: 4,
      uses: [
        { environment: 'e1', credential: 'a', callsPerHour: 2 },
        { environment: 'e2', credential: 'a', callsPerHour: 2 },
      ],
    },
  ]);
});

it('adds up tokens of one file alone, because others may differ by environment', async () => {
  const fleets = [
    await fleetOf({ a: sops('a.yaml'), b: sops('b.yaml'), c: `{ pat: { ${existing} } }` }),
    await fleetOf({ a: sops('a.yaml'), c: `{ pat: { ${existing} } }` }),
  ];
  expect(sumsOf(fleets).map(({ payer, callsPerHour }) => [payer, callsPerHour])).toEqual([
    ['the token in a.yaml', 4],
  ]);
});
