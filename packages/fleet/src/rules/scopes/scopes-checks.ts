import type { AnyFleetCheck } from '../fleet-check.ts';
import { placeholderLeft } from './placeholder-left.rule.ts';

/** Checks about scopes. */
export const scopesChecks: readonly AnyFleetCheck[] = [placeholderLeft];
