/** How long a name may be, and what breaks when it is longer. */
export interface NameBudget {
  readonly length: number;
  /** One clause, no full stop. */
  readonly reason: string;
}

const subdomain = 'the API server takes a DNS subdomain of up to 253 characters';

/** Budgets by kind of object, and of Helm's own releases, which are no kind. */
export const nameBudgets = {
  RunnerDeployment: {
    length: 51,
    reason:
      'the controller appends two suffixes of six characters on the way to a runner, and a runner is a label of up to 63',
  },
  RunnerSet: {
    length: 46,
    reason:
      'its StatefulSet adds six characters and the label controller-revision-hash eleven more, and a label value ends at 63',
  },
  HorizontalRunnerAutoscaler: { length: 253, reason: subdomain },
  helmRelease: { length: 53, reason: 'Helm leaves ten of 63 characters to what a chart appends' },
  Namespace: { length: 63, reason: 'the API server takes a DNS label of up to 63 characters' },
  Secret: { length: 253, reason: subdomain },
  ConfigMap: { length: 253, reason: subdomain },
  ServiceAccount: { length: 253, reason: subdomain },
  Role: { length: 253, reason: subdomain },
  RoleBinding: { length: 253, reason: subdomain },
  ExternalSecret: { length: 253, reason: subdomain },
  SealedSecret: { length: 253, reason: subdomain },
  VaultStaticSecret: { length: 253, reason: subdomain },
  PersistentVolumeClaim: { length: 253, reason: subdomain },
} as const satisfies Readonly<Record<string, NameBudget>>;

/** What has a budget. */
export type BudgetedKind = keyof typeof nameBudgets;
