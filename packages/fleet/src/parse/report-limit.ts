import { createDiagnostic, type Diagnostic, type Path, type Span } from '@fleetc/diagnostics';
import { type Event, EVENT_ALIAS, EVENT_MAPPING, EVENT_SCALAR, EVENT_SEQUENCE } from 'js-yaml';
import { type LimitName, limitTable, type Limits, limitWords } from '../limits.ts';
import { yamlLimit } from '../rules/text/text-rules.ts';
import type { Range } from './span-index.ts';

/** Says that a file passes a limit, and how to set another one. */
export function reportLimit(name: LimitName, limits: Limits, span: Span, path?: Path): Diagnostic {
  const { advice, variable } = limitTable[name];
  const params = { limit: limitWords(name, limits), advice, variable };
  return createDiagnostic(yamlLimit, params, { span, ...(path && { path }) });
}

/** Where the first key or value stands with which there are more than `limit`. */
export function firstAbove(events: readonly Event[], limit: number): Range | undefined {
  // Every value has an event, so that fewer of these need no count.
  if (events.length <= limit) return undefined;
  let count = 0;
  for (const event of events) {
    const start = startOf(event);
    if (start !== undefined && ++count > limit) return { start, end: start + 1 };
  }
  return undefined;
}

function startOf(event: Event): number | undefined {
  switch (event.type) {
    case EVENT_MAPPING:
    case EVENT_SEQUENCE:
      return event.start;
    case EVENT_SCALAR:
      return Math.max(event.valueStart, 0);
    case EVENT_ALIAS:
      return event.anchorStart - 1;
    default:
      return undefined;
  }
}
