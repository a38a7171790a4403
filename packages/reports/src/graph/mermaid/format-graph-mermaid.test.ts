import { expect, it } from 'vitest';
import type { FleetGraph } from '../model/fleet-graph.ts';
import { foldPools } from '../model/fold-pools.ts';
import { manyPools, smallFleet } from '../testing/fleets.ts';
import { graphsOf } from '../testing/graphs-of.ts';
import { formatGraphMermaid } from './format-graph-mermaid.ts';

const styles = `  classDef credential fill:#fff8c5,stroke:#bf8700,color:#1f2328
  classDef scope fill:#ddf4ff,stroke:#0969da,color:#1f2328
  classDef pool fill:#dafbe1,stroke:#1a7f37,color:#1f2328
  classDef image fill:#fbefff,stroke:#8250df,color:#1f2328
  classDef group fill:none,stroke:#818b98
`;

it('draws a small fleet', async () => {
  expect(formatGraphMermaid(await graphsOf(smallFleet), false)).toBe(`---
title: Fleet acme
---
flowchart LR
  %% Dashed: an image of a sidecar or of job pods.
  subgraph credentials["Credentials"]
    credential_bot["<b>bot</b><br/>personal access token<br/>Secret bot-token<br/>also the controller's"]:::credential
  end
  subgraph scopes["Scopes at github.com"]
    scope_org["<b>org</b><br/>organization acme"]:::scope
  end
  subgraph namespace_actions_runner_system["Namespace actions-runner-system"]
    pool_ci["<b>ci</b><br/>2 runners<br/>labels ci<br/>runner group a #34;group#34;"]:::pool;
  end
  subgraph images["Images of the pools"]
    image_docker["<b>docker</b><br/>28-dind<br/>docker.io"]:::image
    image_runner["<b>runner</b><br/>v1-ubuntu-22.04<br/>ghcr.io/acme"]:::image
  end
  subgraph logins["Registry logins"]
    credential_hub["<b>hub</b><br/>login at docker.io<br/>Secret hub"]:::credential
  end
  credential_bot --> scope_org
  scope_org --> pool_ci
  pool_ci -.-> image_docker
  pool_ci --> image_runner
  image_docker --> credential_hub
  class credentials,scopes,namespace_actions_runner_system,images,logins group
${styles}`);
});

it('frames each environment and keeps their nodes apart', async () => {
  const several = `${smallFleet}environments: { one: {}, two: { override: { pools: { ci: { replicas: 3 } } } } }\n`;
  const lines = formatGraphMermaid(await graphsOf(several), true).split('\n');
  expect(lines.filter((line) => line.includes('"Environment'))).toEqual([
    '  subgraph environment_one["Environment one"]',
    '  subgraph environment_two["Environment two"]',
  ]);
  // Mermaid turns what stands alone in a frame by a quarter unless told otherwise.
  expect(lines.filter((line) => line === '    direction LR')).toHaveLength(2);
  const pools = lines.filter((line) => line.includes('pool_ci') && line.includes('['));
  expect(pools.map((line) => line.replace(/<br\/>labels.*/, ''))).toEqual([
    '      pool_ci_in_one["<b>ci</b><br/>2 runners',
    '      pool_ci_in_two["<b>ci</b><br/>3 runners',
  ]);
  expect(lines.filter((line) => line.includes('scope_org') && line.includes('pool_ci'))).toEqual([
    '    scope_org_in_one --> pool_ci_in_one',
    '    scope_org_in_two --> pool_ci_in_two',
  ]);
});

it('says in sight that pools are folded', async () => {
  const folded = (await graphsOf(manyPools(70))).map(foldPools);
  const lines = formatGraphMermaid(folded, false).split('\n');
  expect(lines.slice(1, 5)).toEqual([
    'title: Fleet many (the pools of one scope as one)',
    '---',
    'flowchart LR',
    '  %% 70 pools are drawn as one for each scope; --all draws every pool.',
  ]);
});

it('lets no text leave its label, and ends lines with entities so that Mermaid breaks none', () => {
  const hostile = 'style:"]; end %%{init: {}}%% <script>alert(1)</script>\nclick x';
  const graph: FleetGraph = {
    fleet: 'x',
    environment: 'default',
    foldedPools: 0,
    groups: [{ id: 'namespace:x', kind: 'namespace', label: hostile }],
    nodes: [
      {
        id: `pool:${hostile}`,
        kind: 'pool',
        group: 'namespace:x',
        name: hostile,
        label: hostile,
        details: [hostile],
      },
    ],
    edges: [],
  };
  const inside =
    'style:#34;]; end #37;#37;{init: {}}#37;#37; #60;script#62;alert(1)#60;/script#62; click x';
  const id = 'pool_style_end_init_script_alert_1_script_click_x';
  expect(formatGraphMermaid([graph], false)).toBe(`---
title: Fleet x
---
flowchart LR
  subgraph namespace_x["${inside}"];
    ${id}["<b>${inside}</b><br/>${inside}"]:::pool;
  end
  class namespace_x group
${styles}`);
});
