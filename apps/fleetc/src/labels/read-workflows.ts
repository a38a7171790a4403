import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { maskSecrets, type Source } from '@fleetc/fleet';
import { decodeUtf8, describeSystemError, readLimited } from '@fleetc/input';
import { workflowTooLarge } from '@fleetc/reports';
import { statSync } from 'node:fs';
import { toDisplayPath } from '../input/display-path.ts';
import { inputNotUtf8 } from '../rules/input-not-utf8.rule.ts';
import { inputUnreadable } from '../rules/input-unreadable.rule.ts';

/** The texts of workflow files, and the files that have none. */
export interface WorkflowFiles {
  readonly sources: readonly Source[];
  readonly unreadable: readonly UnreadableFile[];
}

/** A file without a text, and why. */
export interface UnreadableFile {
  readonly file: string;
  readonly diagnostic: Diagnostic;
}

const limitKibibytes = 1024;

/** Reads every file that can be read; one that cannot stops none of the others. */
export function readWorkflows(paths: readonly string[], directory: string): WorkflowFiles {
  const sources: Source[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const path of paths) {
    const file = toDisplayPath(path, directory);
    const read = readWorkflow(path, file);
    // A token in a workflow is not for fleetc to report, and not for its code frames to show.
    if (typeof read === 'string') sources.push(maskSecrets({ path: file, text: read }).source);
    else unreadable.push({ file, diagnostic: read });
  }
  return { sources, unreadable };
}

function readWorkflow(path: string, file: string): string | Diagnostic {
  try {
    // Opening a pipe would wait for whoever writes into it, and a device has no end.
    if (!statSync(path).isFile()) {
      return createDiagnostic(inputUnreadable, { file, reason: 'it is no regular file' });
    }
    const bytes = readLimited(path, limitKibibytes * 1024);
    if (!bytes) return createDiagnostic(workflowTooLarge, { file, limitKibibytes });
    const decoded = decodeUtf8(bytes);
    if ('text' in decoded) return decoded.text;
    return createDiagnostic(inputNotUtf8, { file, ...decoded });
  } catch (error) {
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    return createDiagnostic(inputUnreadable, { file, reason });
  }
}
