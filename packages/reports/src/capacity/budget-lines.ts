import {
  type ApiBudget,
  apiTerms,
  dockerHubPulls,
  formatApiTerm,
  type HubBudget,
  type HubUse,
  type SharedBudget,
} from '@fleetc/fleet';
import { alignTerms } from './align-columns.ts';

const { windowHours, anonymous, personal } = dockerHubPulls;

/** The GitHub budget of each credential. */
export function apiLines(budgets: readonly ApiBudget[]): string[] {
  return [
    'GitHub API calls an hour, and what each credential has at least',
    ...budgets.flatMap((budget) => [
      '',
      `${budget.credential.name} (${budget.credential.kind}): ${formatUse(budget)}`,
      ...alignTerms(
        apiTerms(budget).map((term) => [String(term.callsPerHour), formatApiTerm(term)]),
      ),
    ]),
  ];
}

/** What several credentials together take from one limit; environments are named where the fleet has some. */
export function sharedLines(budgets: readonly SharedBudget[], hasEnvironments: boolean): string[] {
  return [
    'GitHub API calls an hour against limits that several share',
    ...budgets.flatMap((budget) => [
      '',
      `${budget.payer}: ${formatUse(budget)}`,
      ...alignTerms(
        budget.uses.map(({ environment, credential, callsPerHour }) => [
          String(callsPerHour),
          hasEnvironments ? `${environment}: ${credential}` : credential,
        ]),
      ),
    ]),
  ];
}

/** The Docker Hub budget against the limit of each kind of account. */
export function hubLines({ pools, pulls, login }: HubBudget): string[] {
  const title = `Docker Hub pulls when every runner starts once, and the limits in ${windowHours} hours`;
  if (pulls === 0) return [title, '', '0: no runner image comes from there'];
  return [
    title,
    '',
    `${pulls}, ${login === undefined ? 'without a login' : `with the login "${login}"`}`,
    ...alignTerms(pools.map((use) => [String(use.pulls), hubTerm(use)])),
    '',
    `without a login     ${anonymous} an address, ${percent(pulls, anonymous)}`,
    `personal account    ${personal} an account, ${percent(pulls, personal)}`,
    'paid account        no limit',
  ];
}

function formatUse({ callsPerHour, limit }: ApiBudget | SharedBudget): string {
  if (limit === undefined) return `${callsPerHour}; the server sets no limit by default`;
  return `${callsPerHour} of ${limit}, ${percent(callsPerHour, limit)}`;
}

function hubTerm({ pool, images, runners }: HubUse): string {
  return `${pool}: ${images.length} ${images.length === 1 ? 'image' : 'images'} × ${runners}`;
}

/** Rounded up, so that nothing over a limit looks like 100 %. */
function percent(part: number, whole: number): string {
  const share = (part * 100) / whole;
  return share > 0 && share < 1 ? 'less than 1 %' : `${Math.ceil(share)} %`;
}
