import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const github = (url: string) => exampleFleet(`github: { url: ${url} }`);

/** What is wrong with the URL, in words, and what to write instead. */
interface Problem {
  readonly problem: string;
  readonly base: string;
}

export const githubUrlNotABase = defineCheck<Problem>({
  code: 'FLC4806',
  name: 'github-url-not-a-base',
  severity: 'error',
  title: 'The URL of GitHub is not that of its front page',
  message: ({ problem }) => `the URL of GitHub ${problem}`,
  label: ({ base }) => `write "${base}"`,
  why: 'the controller and the runners put paths of their own behind it, and GitHub would answer 404 to all of them',
  fix: ({ base }) =>
    `write "${base}"; enterprises, organizations and repositories belong under "scopes"`,
  source: 'https://github.com/actions/actions-runner-controller/issues/440',
  examples: {
    bad: github('https://ghes.example.com/api/v3'),
    good: github('https://ghes.example.com'),
  },
  check({ github: { url } }, report) {
    const problem = problemOf(url);
    if (problem) report(problem, ['github', 'url']);
  },
});

function problemOf(url: string): Problem | undefined {
  const [, scheme = '', host = '', path = ''] = /^(https?:\/\/)([^/]+)(.*)$/.exec(url) ?? [];
  const isApi = /^api\.(.+\.)?(github|ghe)\.com$/i.test(host);
  const base = `${scheme}${isApi ? host.slice('api.'.length) : host}`;
  if (isApi) return { problem: 'is that of its API', base };
  if (/^\/api(\/|$)/.test(path)) return { problem: 'ends in the path of its API', base };
  if (path.startsWith('/enterprises/')) return { problem: 'names an enterprise', base };
  return path === '' ? undefined : { problem: 'has a path', base };
}
