export { type EnvironmentCapacity, environmentCapacity } from './environment-capacity.ts';
export { formatAmount } from './format-amount.ts';
export { formatCapacityJson } from './format-json.ts';
export { formatCapacityMermaid } from './format-mermaid.ts';
export { formatCapacitySvg } from './format-svg.ts';
export { formatCapacityTable } from './format-table.ts';
