import type { GitHubCredential } from '../model.ts';

/**
 * GitHub API calls an hour that a credential has at least. A token's limit belongs to its user, an App's grows with the
 * repositories and members of the account that installed it.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export const githubCallsPerHour: Readonly<Record<GitHubCredential['kind'], number>> = {
  pat: 5000,
  app: 5000,
};

/**
 * Pulls from Docker Hub in one window: without a login per IPv4 address or IPv6 /64 network, with a free account per
 * account. Paid accounts have no limit. https://docs.docker.com/docker-hub/usage/pulls/
 */
export const dockerHubPulls = { windowHours: 6, anonymous: 100, personal: 200 } as const;
