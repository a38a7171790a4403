import type { Path } from '@fleetc/diagnostics';
import type { Fleet, Scope } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const scopes = (organization: string) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } } } }\nscopes:\n  web: { repository: acme/web }\n  all: { organization: ${organization} }\npools:\n  ci: { scopes: [web, all], labels: [build, linux, x64], autoscale: { min: 0, max: 4, on: webhook } }`,
  );

interface Spelling {
  /** Names that ARC compares with each other are of one kind. */
  readonly kind: 'enterprise' | 'account' | 'repository';
  readonly name: string;
  readonly path: Path;
}

export const spelledDifferently = defineCheck<{ name: string; other: string }>({
  code: 'FLC4211',
  name: 'spelled-differently',
  severity: 'warning',
  title: 'A name on GitHub is spelled in two ways, and webhooks must match it',
  message: ({ name, other }) => `"${name}" is written "${other}" elsewhere`,
  label: () => 'differs in the case of letters',
  why: 'runners register either way, but ARC compares the names in a webhook letter by letter, so pools of one of the spellings never grow',
  fix: 'write the name as GitHub shows it, everywhere',
  source:
    'https://github.com/actions/actions-runner-controller/blob/v0.27.6/controllers/actions.summerwind.net/horizontal_runner_autoscaler_webhook.go',
  examples: { bad: scopes('Acme'), good: scopes('acme') },
  check(fleet, report) {
    const first = new Map<string, Spelling>();
    for (const scope of scopesOnWebhook(fleet)) {
      for (const spelling of spellingsOf(scope)) {
        const { kind, name, path } = spelling;
        const key = `${kind} ${name.toLowerCase()}`;
        const before = first.get(key);
        if (!before) first.set(key, spelling);
        if (!before || before.name === name) continue;
        const related = [{ path: before.path, text: 'the other spelling', part: 'value' as const }];
        report({ name, other: before.name }, path, { related });
        break; // The owner's spelling is part of the repository's.
      }
    }
  },
});

function scopesOnWebhook({ pools }: Fleet): Set<Scope> {
  return new Set(pools.flatMap(({ autoscale, scopes: own }) => (autoscale?.webhook ? own : [])));
}

function spellingsOf({ path, target }: Scope): Spelling[] {
  switch (target.level) {
    case 'enterprise':
      return [{ kind: 'enterprise', name: target.enterprise, path: [...path, 'enterprise'] }];
    case 'organization':
      return [{ kind: 'account', name: target.organization, path: [...path, 'organization'] }];
    case 'repository': {
      const place = [...path, 'repository'];
      const [owner = ''] = target.repository.split('/');
      return [
        { kind: 'account', name: owner, path: place },
        { kind: 'repository', name: target.repository, path: place },
      ];
    }
  }
}
