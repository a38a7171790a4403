import { formatYaml } from '@fleetc/kubernetes';
import { header } from '../../layout/header.ts';
import { applicationHealth } from './application.lua.ts';
import { autoscalerHealth } from './autoscaler.lua.ts';
import { runnersHealth } from './runners.lua.ts';

/** The scripts by the kind whose health they tell, as keys of the ConfigMap `argocd-cm` spell it. */
export const healthScripts: Readonly<Record<string, string>> = {
  'argoproj.io_Application': applicationHealth,
  'actions.summerwind.dev_HorizontalRunnerAutoscaler': autoscalerHealth,
  'actions.summerwind.dev_RunnerDeployment': runnersHealth,
  'actions.summerwind.dev_RunnerSet': runnersHealth,
};

/**
 * What `kubectl patch` adds to `argocd-cm`. It is no object: the rest of that ConfigMap is not fleetc's, and whoever
 * applied an object of its name would take it away.
 */
export function formatHealthPatch(): string {
  const entries = Object.entries(healthScripts).map(([kind, script]) => [
    `resource.customizations.health.${kind}`,
    script,
  ]);
  return `${header}${formatYaml({ data: Object.fromEntries(entries) })}`;
}
