/** Keys that ARC reads in a Secret with a GitHub credential, the secret one last. */
export const githubKeys = {
  pat: ['github_token'],
  app: ['github_app_id', 'github_app_installation_id', 'github_app_private_key'],
} as const;

/** Key of the HMAC secret of a webhook. */
export const webhookKey = 'github_webhook_secret_token';

/** The one key of a pull secret. */
export const pullSecretKey = '.dockerconfigjson';
