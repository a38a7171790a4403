import type { ArgocdOutput, FluxOutput, Output } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const fleetOf = (namespace: string) =>
  exampleFleet(`outputs:
  - { target: argocd, dir: build/one, repo: { url: https://git.example.com/infra.git } }
  - { target: argocd, dir: build/two, repo: { url: https://git.example.com/infra.git }${namespace} }`);

const agents = { argocd: 'Argo CD', flux: 'Flux' } as const;

export const sharedAgentObjects = defineCheck<{ dir: string; other: string; agent: string }>({
  code: 'FLC4868',
  name: 'shared-agent-objects',
  severity: 'error',
  title: 'Two outputs are one and the same to Argo CD or Flux',
  message: ({ dir, other, agent }) =>
    `to ${agent} the outputs "${other}" and "${dir}" are objects of the same names`,
  label: () => 'overwrites the other',
  why: 'names of Applications, projects and sources come from the fleet and not from the folder, so whichever output is applied last takes the place of the other',
  fix: 'build one output for each Argo CD or Flux, or say in "namespace" that they are two; what goes into several clusters belongs into "environments"',
  source: 'docs/gitops.md',
  examples: { bad: fleetOf(''), good: fleetOf(', namespace: argocd-two') },
  check({ outputs }, report) {
    for (const [index, output] of outputs.entries()) {
      if (!isForAgent(output)) continue;
      const first = outputs.slice(0, index).findIndex((other) => isSameAgent(output, other));
      if (first < 0) continue;
      const agent = agents[output.target];
      const related = [
        { path: ['outputs', first, 'target'], text: 'the other', part: 'value' },
      ] as const;
      const params = { dir: output.dir, other: outputs[first]!.dir, agent };
      report(params, ['outputs', index, 'target'], { related });
    }
  },
});

function isForAgent(output: Output): output is ArgocdOutput | FluxOutput {
  return output.target === 'argocd' || output.target === 'flux';
}

function isSameAgent(output: ArgocdOutput | FluxOutput, other: Output): boolean {
  return other.target === output.target && other.namespace === output.namespace;
}
