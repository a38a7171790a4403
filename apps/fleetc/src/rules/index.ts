import type { AnyRule } from '@fleetc/diagnostics';
import { dockerConfigBroken } from './docker-config-broken.rule.ts';
import { inputNotFound } from './input-not-found.rule.ts';
import { inputNotUtf8 } from './input-not-utf8.rule.ts';
import { inputTooLarge } from './input-too-large.rule.ts';
import { inputUnreadable } from './input-unreadable.rule.ts';
import { internalFault } from './internal-fault.rule.ts';
import { sealingRules } from './sealing-rules.ts';
import { lockNotWritten } from './lock-not-written.rule.ts';
import { registryFailureRules } from './registry-failures.ts';
import { moreFindings } from './more-findings.rule.ts';
import { secretFileUnreadable } from './secret-file-unreadable.rule.ts';
import { secretValueEmpty } from './secret-value-empty.rule.ts';
import { secretValueMalformed } from './secret-value-malformed.rule.ts';
import { secretVariableUnset } from './secret-variable-unset.rule.ts';

/** Rules of the command line itself; no fleet.yaml can break them, so they have no examples. */
export const commandLineRules: readonly AnyRule[] = [
  inputNotFound,
  inputUnreadable,
  inputNotUtf8,
  inputTooLarge,
  moreFindings,
  secretVariableUnset,
  secretFileUnreadable,
  secretValueEmpty,
  secretValueMalformed,
  ...sealingRules,
  ...registryFailureRules,
  dockerConfigBroken,
  lockNotWritten,
  internalFault,
];
