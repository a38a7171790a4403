export * from './derive-name.ts';
export * from './name-budgets.ts';
