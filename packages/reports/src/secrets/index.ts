export { formatSecretsJson } from './format-secrets-json.ts';
export { formatSecretsTable } from './format-secrets-table.ts';
export * from './secret-list.ts';
