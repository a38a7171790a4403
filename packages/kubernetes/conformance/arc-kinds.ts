/** The kinds whose schemas are held against a CRD: their schema here and their name in the CRD. */
export const arcKinds = [
  { kind: 'RunnerDeployment', id: 'runner-deployment', plural: 'runnerdeployments' },
  { kind: 'RunnerSet', id: 'runner-set', plural: 'runnersets' },
  {
    kind: 'HorizontalRunnerAutoscaler',
    id: 'horizontal-runner-autoscaler',
    plural: 'horizontalrunnerautoscalers',
  },
] as const;
