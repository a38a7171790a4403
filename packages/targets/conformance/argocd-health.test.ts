import { expect, it, type TestContext } from 'vitest';
import { healthScripts } from '../src/argocd/health/health-patch.ts';
import { toLua } from './support/to-lua.ts';
import { createScratchFolder, writeTree } from './support/write-tree.ts';
import { needsTool, run } from './run-tool.ts';

interface Case {
  readonly what: string;
  readonly obj: unknown;
  readonly health: string;
}

const synced = { sync: { status: 'Synced' }, operationState: { phase: 'Succeeded' } };
const healthy = { health: { status: 'Healthy' } };

const applications: readonly Case[] = [
  { what: 'without a status', obj: {}, health: 'Progressing Waiting for the first sync' },
  {
    what: 'with an empty status',
    obj: { status: {} },
    health: 'Progressing Waiting for the first sync',
  },
  {
    what: 'that is healthy because nothing of it is there yet',
    obj: { status: { sync: { status: 'OutOfSync' }, ...healthy } },
    health: 'Progressing Waiting for the first sync',
  },
  {
    what: 'that was in sync without a sync',
    obj: { status: { sync: { status: 'Synced' }, ...healthy } },
    health: 'Healthy ',
  },
  { what: 'that was synced', obj: { status: { ...synced, ...healthy } }, health: 'Healthy ' },
  {
    what: 'whose objects are not ready',
    obj: { status: { ...synced, health: { status: 'Progressing', message: 'soon' } } },
    health: 'Progressing soon',
  },
  {
    what: 'that is being synced',
    obj: { status: { ...synced, ...healthy, operationState: { phase: 'Running' } } },
    health: 'Progressing A sync is running',
  },
  {
    what: 'whose sync failed although nothing of it is ill',
    obj: { status: { ...synced, ...healthy, operationState: { phase: 'Failed' } } },
    health: 'Degraded The last sync failed',
  },
  {
    what: 'whose sync met an error',
    obj: { status: { ...healthy, operationState: { phase: 'Error', message: 'no' } } },
    health: 'Degraded no',
  },
  {
    what: 'that somebody changed since',
    obj: { status: { ...synced, ...healthy, sync: { status: 'OutOfSync' } } },
    health: 'Healthy ',
  },
];

const runners: readonly Case[] = [
  {
    what: 'that the controller has not seen',
    obj: { spec: {} },
    health: 'Progressing Waiting for the controller',
  },
  {
    what: 'whose runners are still to come',
    obj: { status: { desiredReplicas: 3, updatedReplicas: 1 } },
    health: 'Progressing 1 of 3 runners are up to date',
  },
  {
    what: 'that has no number of them yet',
    obj: { status: { desiredReplicas: 3 } },
    health: 'Progressing 0 of 3 runners are up to date',
  },
  {
    what: 'whose runners all exist, registered or not',
    obj: { status: { desiredReplicas: 3, updatedReplicas: 3, availableReplicas: 0 } },
    health: 'Healthy 3 of 3 runners are up to date',
  },
  {
    what: 'that is scaled to zero',
    obj: { status: { desiredReplicas: 0, updatedReplicas: 0 } },
    health: 'Healthy 0 of 0 runners are up to date',
  },
  {
    what: 'that shrinks',
    obj: { status: { desiredReplicas: 1, updatedReplicas: 4 } },
    health: 'Healthy 4 of 1 runners are up to date',
  },
];

const autoscalers: readonly Case[] = [
  {
    what: 'that the controller has not seen',
    obj: {},
    health: 'Progressing Waiting for the controller',
  },
  {
    what: 'that wants none',
    obj: { status: { desiredReplicas: 0 } },
    health: 'Healthy 0 runners are wanted',
  },
];

const cases: Readonly<Record<string, readonly Case[]>> = {
  'argoproj.io_Application': applications,
  'actions.summerwind.dev_RunnerDeployment': runners,
  'actions.summerwind.dev_RunnerSet': runners,
  'actions.summerwind.dev_HorizontalRunnerAutoscaler': autoscalers,
};

it('has cases for every script', () => {
  expect(Object.keys(cases).toSorted()).toEqual(Object.keys(healthScripts).toSorted());
});

for (const [kind, own] of Object.entries(cases)) {
  it.for(own)(`says of a ${kind} $what what it is`, async ({ obj, health }, context) => {
    expect(await healthOf(context, kind, obj)).toBe(health);
  });
}

/** What a script says of an object, run by the Lua that Argo CD is built with, and without libraries as there. */
async function healthOf(context: TestContext, kind: string, obj: unknown): Promise<string> {
  const glua = needsTool(context, 'glua');
  const folder = createScratchFolder();
  const program = `local write = print
for name in pairs(_G) do
  if name ~= "_G" then _G[name] = nil end
end
local function health(obj)
${healthScripts[kind]!}
end
local result = health(${toLua(obj)})
write(result.status .. " " .. result.message)
`;
  writeTree(folder, [['health.lua', program]]);
  const text = await run(glua, [`${folder}/health.lua`]);
  return text.replace(/\n$/, '');
}
