import type { ScopeTarget } from '@fleetc/fleet';

/** Whether a repository, `owner/name`, can use runners of a scope. Who belongs to an enterprise is not known and assumed. */
export function reaches(target: ScopeTarget, repository: string): boolean {
  switch (target.level) {
    case 'enterprise':
      return true;
    case 'organization':
      return equal(target.organization, ownerOf(repository));
    case 'repository':
      return equal(target.repository, repository);
  }
}

/** Whether any repository can use runners of both scopes, so that one job may land on either. */
export function canMeet(one: ScopeTarget, other: ScopeTarget): boolean {
  if (one.level === 'repository') return reaches(other, one.repository);
  if (other.level === 'repository') return reaches(one, other.repository);
  if (one.level === 'organization' && other.level === 'organization') {
    return equal(one.organization, other.organization);
  }
  if (one.level === 'enterprise' && other.level === 'enterprise') {
    return equal(one.enterprise, other.enterprise);
  }
  return true;
}

/** A scope as people say it: `organization acme`. */
export function describeTarget(target: ScopeTarget): string {
  switch (target.level) {
    case 'enterprise':
      return `enterprise ${target.enterprise}`;
    case 'organization':
      return `organization ${target.organization}`;
    case 'repository':
      return `repository ${target.repository}`;
  }
}

function ownerOf(repository: string): string {
  return repository.slice(0, repository.indexOf('/'));
}

// Names of accounts and repositories keep their case and are compared without it.
function equal(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
