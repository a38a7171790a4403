import type { Stage } from '@fleetc/core';

/** What an agent installs as one thing and waits for, in order. */
export const steps = ['namespaces', 'secrets', 'cert-manager', 'controller', 'runners'] as const;
export type Step = (typeof steps)[number];

/**
 * The step of each stage. Runners, what they may do and their autoscalers are one step, because the order of their
 * creation is of no consequence, and a step more is an object more to look after.
 */
export const stepOf: Readonly<Record<Stage, Step>> = {
  'namespaces': 'namespaces',
  'secrets': 'secrets',
  'cert-manager': 'cert-manager',
  'controller': 'controller',
  'access': 'runners',
  'runners': 'runners',
  'autoscalers': 'runners',
};
