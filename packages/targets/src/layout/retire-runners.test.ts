import { expect, it } from 'vitest';
import { bareBundle, createObject, wholeBundle } from '../testing/bundle.ts';
import { retireRunners, runnerNamespaces } from './retire-runners.ts';

const arc = 'actions.summerwind.dev/v1alpha1';

it('has nothing to do where there are no runners', () => {
  const items = wholeBundle.items.filter(({ stage }) => stage !== 'runners');
  expect(retireRunners(bareBundle)).toEqual([]);
  expect(retireRunners({ ...bareBundle, items })).toEqual([]);
});

it('goes through each namespace of runners once, in order', () => {
  expect(runnerNamespaces(wholeBundle)).toEqual(['arc', 'web']);
});

it('stops what asks for runners, lets jobs end, and deletes only then', () => {
  const items = [
    createObject('runners', [arc, 'RunnerSet', 'a', 'ci']),
    createObject('autoscalers', [arc, 'HorizontalRunnerAutoscaler', 'a', 'ci']),
  ];
  expect(retireRunners({ ...bareBundle, fleet: 'f', items })).toEqual([
    'kubectl delete horizontalrunnerautoscalers --selector app.kubernetes.io/part-of=f --namespace ci',
    `kubectl get runnersets --selector app.kubernetes.io/part-of=f --namespace ci --output name \\
  | xargs kubectl patch --namespace ci --type merge --patch '{"spec":{"replicas":0}}'`,
    'kubectl wait --for delete pods --selector actions-runner --namespace ci --timeout 1h',
    'kubectl delete runnersets --selector app.kubernetes.io/part-of=f --namespace ci',
  ]);
});
