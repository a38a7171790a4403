/**
 * Text forms that several stages read: image references, quantities, durations, names of Kubernetes and times in zones;
 * each parsed and printed in one place. Knows neither fleets nor manifests nor diagnostics and depends on no sibling, so
 * that every package may use it; where a text is wrong it says so in one clause and leaves the report to the caller.
 */
export * from './dns-name.ts';
export * from './duration.ts';
export * from './image-reference.ts';
export {
  addToLocalTime,
  type CalendarUnit,
  compareLocalTimes,
  formatLocalTime,
  type LocalTime,
  parseLocalTime,
  weekdayOf,
} from './local-time.ts';
export * from './quantity.ts';
export * from './zoned-time.ts';
export * from './derive-name.ts';
export * from './name-budgets.ts';
