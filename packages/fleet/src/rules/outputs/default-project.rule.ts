import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const fleetOf = (project: string) =>
  exampleFleet(`outputs:
  - { target: argocd, dir: build/argocd, repo: { url: https://git.example.com/infra.git }, project: ${project} }`);

export const defaultProject = defineCheck<{ dir: string }>({
  code: 'FLC4867',
  name: 'default-project',
  severity: 'error',
  title: 'The project of the fleet takes the place of the default project of Argo CD',
  message: ({ dir }) => `the AppProject of "${dir}" is the one that Argo CD calls "default"`,
  label: () => 'belongs to all',
  why: 'every Argo CD has this project, and Applications without one of their own are in it; a project for runners alone in its place stops the syncs of all of them',
  fix: 'name another project, such as "runners"',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/#the-default-project',
  examples: { bad: fleetOf('default'), good: fleetOf('runners') },
  check({ outputs }, report) {
    for (const [index, output] of outputs.entries()) {
      if (output.target !== 'argocd' || output.project !== 'default') continue;
      report({ dir: output.dir }, ['outputs', index, 'project']);
    }
  },
});
