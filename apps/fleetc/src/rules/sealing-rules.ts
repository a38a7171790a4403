import type { AnyRule } from '@fleetc/diagnostics';
import { ageRecipientUnusable } from './age-recipient-unusable.rule.ts';
import { fileNotReplaced } from './file-not-replaced.rule.ts';
import { foreignSecretFile } from './foreign-secret-file.rule.ts';
import { layoutNotChanged } from './layout-not-changed.rule.ts';
import { sealingCertificateExpired } from './sealing-certificate-expired.rule.ts';
import { sealingCertificateUnusable } from './sealing-certificate-unusable.rule.ts';
import { sealingFileUnreadable } from './sealing-file-unreadable.rule.ts';
import { secretNotNeeded } from './secret-not-needed.rule.ts';
import { secretOfOtherSource } from './secret-of-other-source.rule.ts';

/** What can go wrong in `fleetc seal` and nowhere else. */
export const sealingRules: readonly AnyRule[] = [
  sealingCertificateUnusable,
  sealingCertificateExpired,
  sealingFileUnreadable,
  ageRecipientUnusable,
  secretOfOtherSource,
  secretNotNeeded,
  layoutNotChanged,
  fileNotReplaced,
  foreignSecretFile,
];
