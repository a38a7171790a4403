import type { Doubt } from '../workflows/request.ts';
import type { UnknownReason } from '../verdict.ts';

/** What is not known of a job. */
export function unknownProblem(reason: UnknownReason): string {
  switch (reason.kind) {
    case 'doubt':
      return doubtProblem(reason.doubt);
    case 'architecture':
      return `the fleet does not say that the nodes are "${reason.label.text}"`;
    case 'larger-runner':
      return `"${reason.label.text}" may be a larger runner of GitHub`;
    case 'group':
      return `no pool is in the runner group "${reason.group.text}", which may hold larger runners of GitHub`;
    case 'excluded':
      return 'no runner takes it, unless "exclude" leaves it out';
    default:
      return 'it depends on what only GitHub knows';
  }
}

/** What makes it known. */
export function unknownRemedy(reason: UnknownReason): string {
  switch (reason.kind) {
    case 'doubt':
      return doubtRemedy(reason.doubt);
    case 'architecture':
      return 'select nodes by kubernetes.io/arch in the pool, or list the label among its labels';
    case 'group':
      return reason.near === undefined
        ? elsewhere
        : `write "${reason.near}" if that is meant, or ${elsewhere}`;
    case 'excluded':
      return 'write the entries of "exclude" without expressions';
    default:
      return elsewhere;
  }
}

const elsewhere =
  'nothing, if it is meant so; labels and runner groups outside of the fleet are made known with --elsewhere NAME';

function doubtProblem({ kind, text }: Doubt): string {
  switch (kind) {
    case 'expression':
      return `"${text}" is only known when the workflow runs`;
    case 'empty':
      return text === '' ? '"runs-on" holds an empty label' : `"${text}" gives an empty label`;
    case 'form':
      return '"runs-on" is neither a label nor a list of labels nor a map with "group" or "labels"';
    case 'matrix-size':
      return 'the matrix makes more jobs than the 256 that GitHub accepts';
    case 'matrix-empty':
      return 'the matrix makes no job';
    case 'absent':
      return 'it has no "runs-on"';
  }
}

function doubtRemedy({ kind }: Doubt): string {
  return kind === 'expression'
    ? 'nothing, if it is meant so; literal labels and matrices of literals can be told apart'
    : 'mend the workflow; actionlint says what GitHub does not accept';
}
