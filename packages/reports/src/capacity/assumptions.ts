import type { Capacity, SharedBudget } from '@fleetc/fleet';

/** What the figures rest on, one sentence a line of at most 78 characters, as far as this fleet needs it. */
export function assumptions(
  capacities: readonly Capacity[],
  shared: readonly SharedBudget[],
): string[] {
  const raw = capacities.some(({ pools }) => pools.some(({ hasRawFields }) => hasRawFields));
  const polls = capacities.some(({ api }) =>
    api.some(({ calls }) => calls.some(({ purpose }) => purpose !== 'tokens')),
  );
  const counts = capacities.some(({ api }) =>
    api.some(({ calls }) => calls.some(({ purpose }) => purpose === 'jobs')),
  );
  const pulls = capacities.some(({ hub }) => hub.pulls > 0);
  return [
    'Requests: runner and docker sidecar; a limit counts where no request is given.',
    ...(capacities.length > 1 ? sharing(capacities, shared) : []),
    ...(raw ? ['Containers in "pod" and everything in "patch" are left out.'] : []),
    ...(polls
      ? [
          'GitHub: asked once a sync period, for the same thing once a minute at most.',
          'GitHub: an unchanged answer is free; removing a runner costs one call more.',
        ]
      : []),
    ...(counts
      ? ['GitHub: each runner serves a run of its own; runs served elsewhere add to it.']
      : []),
    ...(pulls
      ? [
          'Docker Hub: each runner starts on a new node; all nodes share one address.',
          'Docker Hub: nodes keep images, so later jobs there pull none of these again.',
          'Docker Hub: images that jobs pull themselves are not counted.',
        ]
      : []),
  ];
}

function sharing(capacities: readonly Capacity[], shared: readonly SharedBudget[]): string[] {
  const isUnsure = capacities.some(({ api }) => api.some(({ payer }) => payer === undefined));
  return [
    shared.length > 0
      ? 'Environments are counted apart, but for what "Environments together" adds up.'
      : 'Environments are counted apart; a credential that they share pays for all.',
    ...(isUnsure
      ? ['GitHub: tokens may differ by environment, so that theirs are not added up.']
      : []),
  ];
}
